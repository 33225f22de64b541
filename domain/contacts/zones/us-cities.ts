/**
 * Cities of the states that lie in two time zones, where the city keeps another than most of its state.
 * Lower case, parted by `;`. Names from npm zipcodes (BSD), zones as in us-postal-codes.ts.
 */
export const usCityZones: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  FL: {
    'America/Chicago':
      'alford;altha;argyle;bagdad;baker;bascom;blountstown;bonifay;campbellton;cantonment;' +
      'caryville;century;chipley;clarksville;cottondale;crestview;cypress;defuniak springs;' +
      'destin;ebro;eglin afb;fort walton beach;fountain;freeport;gonzalez;graceville;' +
      'grand ridge;greenwood;gulf breeze;holt;hurlburt field;jay;laurel hill;lynn haven;' +
      'malone;marianna;mary esther;mc david;mexico beach;milligan;milton;miramar beach;' +
      'molino;mossy head;navarre;niceville;noma;panama city;panama city beach;paxton;' +
      'pensacola;point washington;ponce de leon;rosemary beach;santa rosa beach;shalimar;' +
      'sneads;sumatra;valparaiso;vernon;wausau;westville;wewahitchka;youngstown',
  },
  TN: {
    'America/New_York':
      'afton;alcoa;andersonville;apison;arthur;athens;bakewell;bean station;benton;' +
      'birchwood;blaine;blountville;bluff city;briceville;bristol;bulls gap;butler;bybee;' +
      'calhoun;caryville;charleston;chattanooga;chuckey;church hill;clairfield;cleveland;' +
      'clinton;coalfield;coker creek;collegedale;conasauga;copperhill;corryton;cosby;' +
      'cumberland gap;dandridge;dayton;decatur;deer lodge;del rio;delano;ducktown;duff;' +
      'eagan;eidson;elgin;elizabethton;englewood;erwin;etowah;evensville;fall branch;' +
      'farner;flag pond;friendsville;gatlinburg;georgetown;grandview;greenback;greeneville;' +
      'hampton;harriman;harrison;harrogate;hartford;heiskell;helenwood;hixson;huntsville;' +
      'jacksboro;jefferson city;jellico;johnson city;jonesborough;kingsport;kingston;' +
      'knoxville;kodak;kyles ford;la follette;lake city;lancing;laurel bloomery;' +
      'lenoir city;limestone;lone mountain;lookout mountain;loudon;louisville;lowland;' +
      'lupton city;luttrell;madisonville;maryville;mascot;maynardville;mc donald;midway;' +
      'milligan college;mohawk;mooresburg;morristown;mosheim;mount carmel;mountain city;' +
      'mountain home;new market;new tazewell;newcomb;newport;niota;norris;oak ridge;' +
      'oakdale;ocoee;old fort;oliver springs;oneida;ooltewah;parrottsville;petros;' +
      'philadelphia;pigeon forge;piney flats;pioneer;powder springs;powell;pruden;reliance;' +
      'riceville;roan mountain;robbins;rockford;rockwood;rogersville;rugby;russellville;' +
      'rutledge;sale creek;sevierville;seymour;shady valley;sharps chapel;shawanee;' +
      'sneedville;soddy daisy;speedwell;spring city;strawberry plains;sunbright;' +
      'surgoinsville;sweetwater;talbott;tallassee;tazewell;telford;tellico plains;ten mile;' +
      'the mail box;thorn hill;townsend;trade;turtletown;unicoi;vonore;walland;wartburg;' +
      'washburn;watauga;white pine;whitesburg;winfield',
  },
  KY: {
    'America/Chicago':
      'aberdeen;adairville;adolphus;albany;allensville;almo;alvaton;arlington;auburn;' +
      'austin;bandana;bardwell;barlow;baskett;beaumont;beaver dam;bee spring;beech creek;' +
      'beech grove;beechmont;belton;benton;big clifty;blackford;boaz;bonnieville;' +
      'bowling green;breeding;bremen;browder;brownsville;burkesville;burna;cadiz;calhoun;' +
      'calvert city;cane valley;caneyville;canmer;cave city;center;centertown;central city;' +
      'cerulean;clarkson;clay;cleaton;clifty;clinton;cloverport;columbia;columbus;corydon;' +
      'crayne;crofton;cromwell;cub run;cunningham;curdsville;custer;dawson springs;dexter;' +
      'dixon;drake;drakesboro;dubre;dunbar;dundee;dunmor;dycusburg;earlington;eddyville;' +
      'edmonton;eighty eight;elkton;etoile;fairview;falls of rough;fancy farm;farmington;' +
      'fordsville;fort campbell;fountain run;franklin;fredonia;fulton;gamaliel;garfield;' +
      'gilbertsville;glasgow;glens fork;gracey;gradyville;graham;grand rivers;greensburg;' +
      'greenville;guthrie;hampton;hanson;hardin;hardinsburg;hardyville;harned;hartford;' +
      'hawesville;hazel;henderson;herndon;hestand;hickman;hickory;hiseville;holland;' +
      'hopkinsville;horse branch;horse cave;hudson;irvington;island;jamestown;jetson;kevil;' +
      'kirksey;knifley;knob lick;kuttawa;la center;la fayette;ledbetter;leitchfield;' +
      'lewisburg;lewisport;livermore;lovelaceville;lowes;lucas;lynnville;maceo;' +
      'madisonville;magnolia;mammoth cave;manitou;maple mount;marion;marrowbone;mayfield;' +
      'mc daniels;mc henry;mc quady;melber;milburn;millwood;morganfield;morgantown;' +
      'mortons gap;mount hermon;mount sherman;munfordville;murray;nebo;new concord;' +
      'nortonville;oak grove;oakland;olaton;olmstead;owensboro;paducah;park city;pellville;' +
      'pembroke;philpot;poole;powderly;princeton;providence;reed;reynolds station;robards;' +
      'rochester;rockfield;rockport;rocky hill;rosine;roundhill;rumsey;russell springs;' +
      'russellville;sacramento;saint charles;salem;scottsville;sebree;sedalia;sharon grove;' +
      'slaughters;smith mills;smithland;smiths grove;south carrollton;south union;' +
      'spottsville;stanley;stephensport;sturgis;sullivan;summer shade;summersville;sweeden;' +
      'symsonia;tiline;tolu;tompkinsville;trenton;union star;uniontown;utica;water valley;' +
      'waverly;webster;welchs creek;west louisville;west paducah;westview;wheatcroft;' +
      'white plains;whitesville;wickliffe;wingo;woodburn;woodbury',
  },
  IN: {
    'America/Chicago':
      'beverly shores;boone grove;boonville;brook;buckskin;cannelton;cedar lake;chandler;' +
      'chesterton;chrisney;crown point;cynthiana;dale;demotte;dyer;east chicago;elberfeld;' +
      'evanston;evansville;fair oaks;folsomville;fort branch;francisco;gary;gentryville;' +
      'geo koch sons;goodland;grandview;griffin;griffith;hammond;hanna;hatfield;haubstadt;' +
      'hazleton;hebron;highland;hobart;inglefield;kentland;kingsbury;kouts;la crosse;' +
      'la porte;lake station;lake village;lamar;leroy;lincoln city;lowell;lynnville;mackey;' +
      'mariah hill;merrillville;michigan city;mill creek;morocco;mount ayr;mount vernon;' +
      'munster;new harmony;newburgh;north judson;oakland city;owensville;patoka;portage;' +
      'poseyville;princeton;remington;rensselaer;richland;rockport;rolling prairie;rome;' +
      'roselawn;saint john;san pierre;santa claus;schererville;schneider;shelby;somerville;' +
      'sumava resorts;tefft;tennyson;thayer;troy;union mills;valparaiso;wadesville;wanatah;' +
      'westville;wheatfield;wheeler;whiting',
    'America/Indiana/Knox': 'grovertown;hamlet;kingsford heights;knox',
    'America/Indiana/Tell_City':
      'branchville;bristow;derby;fulda;leopold;saint croix;saint meinrad;tell city',
  },
  MI: {
    'America/Menominee':
      'alpha;amasa;bessemer;carney;caspian;channing;crystal falls;daggett;felch;' +
      'foster city;gaastra;harris;hermansville;ingalls;iron mountain;iron river;ironwood;' +
      'kingsford;loretto;marenisco;menominee;nadeau;norway;perronville;powers;quinnesec;' +
      'ralph;ramsay;sagola;spalding;stambaugh;stephenson;vulcan;wakefield;wallace;' +
      'watersmeet;wilson',
  },
  SD: {
    'America/Denver':
      'allen;batesland;belle fourche;bison;black hawk;box elder;buffalo;buffalo gap;' +
      'bullhead;camp crook;caputa;cherry creek;custer;deadwood;dupree;eagle butte;edgemont;' +
      'ellsworth afb;enning;fairburn;faith;fort meade;fort pierre;glencross;hayes;hermosa;' +
      'hill city;hot springs;howes;interior;isabel;kadoka;keldron;keystone;kyle;lantry;' +
      'lead;lemmon;little eagle;lodgepole;long valley;ludlow;manderson;martin;mc intosh;' +
      'mc laughlin;meadow;midland;milesville;mobridge;morristown;mud butte;nemo;' +
      'new underwood;newell;nisland;oelrichs;oglala;oral;owanka;philip;piedmont;pine ridge;' +
      'porcupine;prairie city;pringle;quinn;ralph;rapid city;redig;reva;ridgeview;' +
      'saint onge;scenic;smithwick;spearfish;sturgis;timber lake;trail city;tuthill;' +
      'union center;vale;wakpala;walker;wall;wanblee;wasta;watauga;white owl;whitehorse;' +
      'whitewood;wounded knee',
  },
  ND: {
    'America/Denver':
      'amidon;beach;belfield;bowman;carson;cartwright;dickinson;dodge;dunn center;elgin;' +
      'fairfield;gladstone;golva;grassy butte;halliday;hettinger;killdeer;lefor;manning;' +
      'marmarth;marshall;medora;mott;new england;new leipzig;raleigh;reeder;regent;rhame;' +
      'richardton;scranton;sentinel butte;shields;south heart;taylor',
  },
  KS: {
    'America/Denver':
      'coolidge;edson;goodland;kanorado;kendall;sharon springs;syracuse;tribune;wallace;' +
      'weskan',
  },
  NE: {
    'America/Denver':
      'alliance;angora;arthur;ashby;bayard;benkelman;big springs;bingham;bridgeport;' +
      'broadwater;brule;bushnell;chadron;champion;chappell;cody;crawford;dalton;dix;' +
      'ellsworth;elsie;enders;gering;gordon;grant;gurley;haigler;harrisburg;harrison;' +
      'hay springs;hemingford;hyannis;imperial;keystone;kilgore;kimball;lakeside;lemoyne;' +
      'lewellen;lisco;lodgepole;lyman;madrid;marsland;max;mcgrew;melbeta;merriman;minatare;' +
      'mitchell;morrill;mullen;nenzel;ogallala;oshkosh;parks;paxton;potter;rushville;' +
      'scottsbluff;seneca;sidney;venango;wauneta;whiteclay;whitman;whitney',
  },
  TX: {
    'America/Denver':
      'anthony;canutillo;clint;dell city;el paso;fabens;fort bliss;fort hancock;salt flat;' +
      'san elizario;sierra blanca;tornillo',
  },
  ID: {
    'America/Los_Angeles':
      'ahsahka;athol;avery;bayview;blanchard;bonners ferry;bovill;calder;careywood;cataldo;' +
      'clark fork;clarkia;cocolalla;coeur d alene;colburn;coolin;craigmont;culdesac;deary;' +
      'desmet;dover;eastport;elk city;elk river;fenn;ferdinand;fernwood;genesee;' +
      'grangeville;greencreek;harrison;harvard;hayden;hope;juliaetta;kamiah;kellogg;' +
      'kendrick;kingston;kooskia;kootenai;laclede;lapwai;lenore;lewiston;medimont;moscow;' +
      'moyie springs;mullan;murray;naples;nezperce;nordman;oldtown;orofino;osburn;peck;' +
      'pierce;pinehurst;plummer;ponderay;porthill;post falls;potlatch;priest river;' +
      'princeton;rathdrum;reubens;sagle;saint maries;sandpoint;santa;silverton;' +
      'smelterville;spirit lake;stites;tensed;troy;viola;wallace;weippe;white bird;' +
      'winchester;worley',
  },
  AZ: {
    'America/Denver':
      'blue gap;cameron;chinle;dennehotso;fort defiance;ganado;gray mountain;houck;' +
      'indian wells;kaibeto;kayenta;keams canyon;leupp;lukachukai;lupton;many farms;' +
      'nazlini;page;pinon;red valley;rock point;round rock;saint michaels;sanders;shonto;' +
      'teec nos pos;tonalea;tsaile;tuba city;window rock;winslow',
  },
  OR: {
    'America/Boise':
      'adrian;arock;brogan;harper;ironside;jamieson;jordan valley;juntura;nyssa;ontario;' +
      'riverside;vale;westfall',
  },
  AK: {
    'America/Adak': 'adak;atka',
  },
};
