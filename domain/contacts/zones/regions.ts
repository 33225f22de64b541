import { folded } from '#domain/contacts/country.ts';

/** A state or province: its code, other ways to write it, and its zones, the most peopled first. */
export type Region = { code: string; zones: readonly string[] };

/** The region that a cell names within a country; null where the country's regions are not kept here. */
export function readRegion(country: string, cell: string): Region | null {
  const name = folded(cell);
  if (country === 'US' || country === 'PR') return unitedStates.get(name) ?? null;
  if (country === 'CA') return canada.get(name) ?? null;
  return country === 'MX' ? (mexico.get(name) ?? null) : null;
}

const eastern = 'New_York';
const central = 'Chicago';
const mountain = 'Denver';
const pacific = 'Los_Angeles';

type Row = readonly [code: string, names: string, ...zones: string[]];

const unitedStates = regions([
  ['AL', 'Alabama', central],
  ['AK', 'Alaska', 'Anchorage', 'Adak'],
  ['AZ', 'Arizona', 'Phoenix', mountain],
  ['AR', 'Arkansas', central],
  ['CA', 'California', pacific],
  ['CO', 'Colorado', mountain],
  ['CT', 'Connecticut', eastern],
  ['DE', 'Delaware', eastern],
  ['DC', 'District of Columbia|Washington DC', eastern],
  ['FL', 'Florida', eastern, central],
  ['GA', 'Georgia', eastern],
  ['HI', 'Hawaii', 'Pacific/Honolulu'],
  ['ID', 'Idaho', 'Boise', pacific],
  ['IL', 'Illinois', central],
  ['IN', 'Indiana', 'Indiana/Indianapolis', central],
  ['IA', 'Iowa', central],
  ['KS', 'Kansas', central, mountain],
  ['KY', 'Kentucky', eastern, central],
  ['LA', 'Louisiana', central],
  ['ME', 'Maine', eastern],
  ['MD', 'Maryland', eastern],
  ['MA', 'Massachusetts', eastern],
  ['MI', 'Michigan', 'Detroit', 'Menominee'],
  ['MN', 'Minnesota', central],
  ['MS', 'Mississippi', central],
  ['MO', 'Missouri', central],
  ['MT', 'Montana', mountain],
  ['NE', 'Nebraska', central, mountain],
  ['NV', 'Nevada', pacific],
  ['NH', 'New Hampshire', eastern],
  ['NJ', 'New Jersey', eastern],
  ['NM', 'New Mexico', mountain],
  ['NY', 'New York', eastern],
  ['NC', 'North Carolina', eastern],
  ['ND', 'North Dakota', central, mountain],
  ['OH', 'Ohio', eastern],
  ['OK', 'Oklahoma', central],
  ['OR', 'Oregon', pacific, 'Boise'],
  ['PA', 'Pennsylvania', eastern],
  ['RI', 'Rhode Island', eastern],
  ['SC', 'South Carolina', eastern],
  ['SD', 'South Dakota', central, mountain],
  ['TN', 'Tennessee', central, eastern],
  ['TX', 'Texas', central, mountain],
  ['UT', 'Utah', mountain],
  ['VT', 'Vermont', eastern],
  ['VA', 'Virginia', eastern],
  ['WA', 'Washington', pacific],
  ['WV', 'West Virginia', eastern],
  ['WI', 'Wisconsin', central],
  ['WY', 'Wyoming', mountain],
  ['PR', 'Puerto Rico', 'Puerto_Rico'],
  ['VI', 'Virgin Islands', 'St_Thomas'],
  ['GU', 'Guam', 'Pacific/Guam'],
  ['AS', 'American Samoa', 'Pacific/Pago_Pago'],
  ['MP', 'Northern Mariana Islands', 'Pacific/Saipan'],
]);

const canada = regions([
  ['AB', 'Alberta', 'Edmonton'],
  ['BC', 'British Columbia', 'Vancouver', 'Edmonton'],
  ['MB', 'Manitoba', 'Winnipeg'],
  ['NB', 'New Brunswick|Nouveau-Brunswick', 'Moncton'],
  ['NL', 'Newfoundland and Labrador|Newfoundland', 'St_Johns', 'Goose_Bay'],
  ['NS', 'Nova Scotia', 'Halifax'],
  ['NT', 'Northwest Territories', 'Edmonton'],
  ['NU', 'Nunavut', 'Iqaluit', 'Rankin_Inlet', 'Edmonton'],
  ['ON', 'Ontario', 'Toronto', 'Winnipeg'],
  ['PE', 'Prince Edward Island', 'Halifax'],
  ['QC', 'Quebec|PQ', 'Toronto'],
  ['SK', 'Saskatchewan', 'Regina'],
  ['YT', 'Yukon', 'Whitehorse'],
]);

const mexico = regions([
  ['AGU', 'Aguascalientes|Ags', 'Mexico_City'],
  ['BCN', 'Baja California|BC|B.C.N.', 'Tijuana'],
  ['BCS', 'Baja California Sur|B.C.S.', 'Mazatlan'],
  ['CAM', 'Campeche|Camp', 'Merida'],
  ['CHP', 'Chiapas|Chis', 'Mexico_City'],
  ['CHH', 'Chihuahua|Chih', 'Chihuahua', 'Ciudad_Juarez', 'Ojinaga'],
  ['CMX', 'Ciudad de México|CDMX|DF|Distrito Federal|Mexico City', 'Mexico_City'],
  ['COA', 'Coahuila|Coah|Coahuila de Zaragoza', 'Monterrey', 'Matamoros'],
  ['COL', 'Colima', 'Mexico_City'],
  ['DUR', 'Durango|Dgo', 'Monterrey'],
  ['GUA', 'Guanajuato|Gto', 'Mexico_City'],
  ['GRO', 'Guerrero', 'Mexico_City'],
  ['HID', 'Hidalgo|Hgo', 'Mexico_City'],
  ['JAL', 'Jalisco', 'Mexico_City'],
  ['MEX', 'Estado de México|México|Edomex|Edo Mex', 'Mexico_City'],
  ['MIC', 'Michoacán|Mich', 'Mexico_City'],
  ['MOR', 'Morelos', 'Mexico_City'],
  ['NAY', 'Nayarit', 'Mazatlan', 'Bahia_Banderas'],
  ['NLE', 'Nuevo León|NL', 'Monterrey'],
  ['OAX', 'Oaxaca', 'Mexico_City'],
  ['PUE', 'Puebla', 'Mexico_City'],
  ['QUE', 'Querétaro|Qro', 'Mexico_City'],
  ['ROO', 'Quintana Roo|Q. Roo|QR', 'Cancun'],
  ['SLP', 'San Luis Potosí', 'Mexico_City'],
  ['SIN', 'Sinaloa', 'Mazatlan'],
  ['SON', 'Sonora', 'Hermosillo'],
  ['TAB', 'Tabasco', 'Mexico_City'],
  ['TAM', 'Tamaulipas|Tamps', 'Monterrey', 'Matamoros'],
  ['TLA', 'Tlaxcala|Tlax', 'Mexico_City'],
  ['VER', 'Veracruz', 'Mexico_City'],
  ['YUC', 'Yucatán', 'Merida'],
  ['ZAC', 'Zacatecas', 'Mexico_City'],
]);

function regions(rows: readonly Row[]): ReadonlyMap<string, Region> {
  return new Map(
    rows.flatMap(([code, names, ...zones]) => {
      const region = { code, zones: zones.map(american) };
      return [code, ...names.split('|')].map((name) => [folded(name), region] as const);
    }),
  );
}

function american(zone: string): string {
  return zone.startsWith('Pacific/') ? zone : `America/${zone}`;
}
