import { readPeople } from '../person.ts';

/** Patients of a clinic that shares nothing with anyone; tests look for these words where they may not be. */
export const people = readPeople(`
Amandine Verhaegen | +13055550101 | Avenue du Parc 12   | Bruxelles 1060 | given   | kine rappel  | amandine.verhaegen@clinique.example
Bastien Lurquin    | +13055550102 | Rue Haute 88        | Bruxelles 1000 | given   | dentaire     | -
Colette Wouters    | +13055550103 | Kapellestraat 3     | Leuven 3000    | blank   | dentaire     | colette.wouters@clinique.example
Didier Nsimba      | +13055550104 | Rue de la Loi 40    | Bruxelles 1040 | given   | kine         | -
Eveline Maertens   | +13055550105 | Groenplaats 7       | Antwerpen 2000 | refused | rappel       | -
Florent Quoilin    | +13055550106 | Place Saint-Job 15  | Uccle 1180     | stopped | kine         | -
`);
