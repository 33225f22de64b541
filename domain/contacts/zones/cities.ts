import { folded } from '#domain/contacts/country.ts';
import { readRegion } from './regions.ts';
import { usCityZones } from './us-cities.ts';

/**
 * The zone of a city in a region that lies in several zones: a city that is known to keep another zone than
 * most of its region, or one of the region's large cities. Null for all others, of which any zone may hold.
 */
export function cityZone(country: string, region: string, city: string): string | null {
  const code = readRegion(country, region)?.code;
  return code ? (cities.get(`${code}/${cityName(city)}`) ?? null) : null;
}

const cityName = (city: string): string =>
  folded(city).replace(/^(?:st|ste|ft|mt)(?= )/, (short) => longer[short] ?? short);

const longer: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  ft: 'fort',
  mt: 'mount',
};

const mexicanBorder: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CHH: {
    'America/Chihuahua': 'chihuahua;delicias;cuauhtemoc;hidalgo del parral',
    'America/Ciudad_Juarez': 'juarez;ciudad juarez;cd juarez;ascension;janos;guadalupe',
    'America/Ojinaga': 'ojinaga;manuel ojinaga;coyame',
  },
  COA: {
    'America/Monterrey': 'saltillo;torreon;monclova;ramos arizpe',
    'America/Matamoros': 'piedras negras;acuna;ciudad acuna;cd acuna;nava;zaragoza;allende',
  },
  TAM: {
    'America/Monterrey': 'ciudad victoria;cd victoria;tampico;ciudad madero;altamira',
    'America/Matamoros': 'matamoros;reynosa;nuevo laredo;rio bravo;valle hermoso;miguel aleman',
  },
  NAY: {
    'America/Mazatlan': 'tepic;compostela',
    'America/Bahia_Banderas':
      'bahia de banderas;bucerias;nuevo vallarta;sayulita;valle de banderas',
  },
};

/** Large cities that keep the zone of most of their state. */
const largeCities: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  FL: {
    'America/New_York':
      'miami;tampa;orlando;jacksonville;saint petersburg;fort lauderdale;tallahassee;hialeah;sarasota;' +
      'naples;fort myers;west palm beach;gainesville;clearwater;hollywood;lakeland;cape coral',
  },
  TN: { 'America/Chicago': 'nashville;memphis;clarksville;murfreesboro;franklin;jackson' },
  KY: { 'America/New_York': 'lexington', 'America/Kentucky/Louisville': 'louisville' },
  IN: {
    'America/Indiana/Indianapolis': 'indianapolis;fort wayne;south bend;bloomington;carmel;fishers',
  },
  MI: { 'America/Detroit': 'detroit;grand rapids;lansing;ann arbor;flint;warren;kalamazoo' },
  ND: { 'America/Chicago': 'fargo;bismarck;grand forks;minot' },
  SD: { 'America/Chicago': 'sioux falls;aberdeen;brookings;watertown' },
  NE: { 'America/Chicago': 'omaha;lincoln;grand island;kearney;bellevue' },
  KS: { 'America/Chicago': 'wichita;kansas city;overland park;topeka;olathe;lawrence' },
  TX: {
    'America/Chicago':
      'houston;dallas;austin;san antonio;fort worth;arlington;plano;corpus christi;lubbock;laredo;irving',
    'America/Denver': 'el paso',
  },
  ID: { 'America/Boise': 'boise;meridian;nampa;idaho falls;pocatello;twin falls' },
  OR: { 'America/Los_Angeles': 'portland;salem;eugene;bend;medford;gresham;beaverton' },
  AZ: { 'America/Phoenix': 'phoenix;tucson;mesa;scottsdale;chandler;tempe;flagstaff;yuma' },
  AK: { 'America/Anchorage': 'anchorage', 'America/Juneau': 'juneau' },
  ON: {
    'America/Toronto': 'toronto;ottawa;mississauga;hamilton;london;brampton',
    'America/Winnipeg': 'kenora',
  },
  BC: {
    'America/Vancouver': 'vancouver;victoria;surrey;burnaby;kelowna',
    'America/Edmonton': 'cranbrook',
  },
};

const cities: ReadonlyMap<string, string> = new Map(
  [usCityZones, mexicanBorder, largeCities].flatMap((table) =>
    Object.entries(table).flatMap(([region, zones]) =>
      Object.entries(zones).flatMap(([zone, names]) =>
        names.split(';').map((name) => [`${region}/${cityName(name)}`, zone] as const),
      ),
    ),
  ),
);
