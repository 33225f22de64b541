import { readPeople } from '../person.ts';

/** Customers of a home-repair firm on the New Hampshire coast; none of these numbers rings anywhere. */
export const people = readPeople(`
Walt Brennan        | +16035550101 | 14 Gates St         | Portsmouth NH 03801   | given   | repairs past-customer       | walt.brennan@example.net
Ruth Halloran       | +16035550102 | 8 Marcy St          | Portsmouth NH 03801   | given   | deck past-customer          | ruth@halloran.example
Tom Pelletier       | +12075550103 | 31 Wentworth St     | Kittery ME 03904      | given   | roof lead                   | -
Nadia Castellano    | +16035550104 | 220 Islington St    | Portsmouth NH 03801   | given   | deck lead                   | nadia.castellano@example.org
George Thibodeau    | +16035550105 | 5 Pickpocket Rd     | Exeter NH 03833       | stopped | gutters                     | -
Hannah Weir         | +16035550106 | 77 Mill Rd          | Durham NH 03824       | given   | glass past-customer         | h.weir@example.net
Ted Marchetti       | +16175550107 | 19 Beacon St        | Boston MA 02108       | given   | windows second-home         | ted@marchetti.example
Colleen Byrne       | +16035550108 | 3 Atlantic Ave      | Rye NH 03870          | given   | roof past-customer          | colleen.byrne@example.net
Abe Lindqvist       | +16035550109 | 41 High St          | Hampton NH 03842      | given   | storm-windows               | -
Priya Raman         | +16035550110 | 12 Madbury Rd       | Durham NH 03824       | given   | deck lead                   | priya.raman@example.org
Joel Arsenault      | +12075550111 | 6 Shapleigh Rd      | Kittery ME 03904      | blank   | gutters                     | -
Marisol Vega        | +19785550112 | 88 Merrimac St      | Newburyport MA 01950  | given   | past-customer               | mvega@example.net
Dorothy Ames        | +16035550113 | 2 Pleasant Point Dr | Portsmouth NH 03801   | refused | roof                        | -
Henrik Solberg      | +16035550114 | 60 Sagamore Ave     | Portsmouth NH 03801   | given   | deck                        | henrik@solberg.example
Kezia Oduya         | +16175550115 | 402 Harvard St      | Brookline MA 02446    | given   | second-home                 | kezia.oduya@example.org
Lorraine Gagnon     | +16035550116 | 15 Elm St           | Manchester NH 03101   | given   | gutters                     | -
Paul Gagnon         | +16035550116 | 15 Elm St           | Manchester NH 03101   | given   | gutters                     | -
Mei Tanaka          | +18025550117 | 9 Church St         | Burlington VT 05401   | given   | ski-house                   | mei.tanaka@example.net
Owen Fitzgerald     | +16035550118 | 27 Ocean Blvd       | Hampton NH 03842      | given   | deck past-customer          | -
Sylvie Bouchard     | +12075550119 | 140 Main St         | Biddeford ME 04005    | blank   | roof                        | sylvie.b@example.org
Curtis Bell         | +14015550120 | 50 Thames St        | Newport RI 02840      | given   | storm-windows               | -
Ingrid Halvorsen    | +16035550121 | 11 New Castle Ave   | Portsmouth NH 03801   | given   | windows                     | ingrid.h@example.net
Rashid Karimi       | +19785550122 | 33 Water St         | Newburyport MA 01950  | given   | lead                        | -
Beth Osgood         | +16035550123 | 18 Winnacunnet Rd   | Hampton NH 03842      | refused | past-customer               | -
Leon Duquette       | +16035550124 | 71 Central Ave      | Dover NH 03820        | given   | gutters storm-windows       | leon.duquette@example.org
Fatima Noor         | +16035550125 | 5 Dover Point Rd    | Dover NH 03820        | given   | lead                        | -
Gus Papadakis       | +16035550126 | 260 State St        | Portsmouth NH 03801   | given   | roof past-customer          | gus@papadakis.example
Elaine Whitten      | +12075550127 | 22 Long Sands Rd    | York ME 03909         | given   | deck second-home            | -
Marcus Hale         | +16175550128 | 12 Pinckney St      | Boston MA 02114       | blank   | second-home                 | marcus.hale@example.net
Yolanda Cruz        | +19785550129 | 4 Essex St          | Haverhill MA 01832    | given   | windows                     | -
Nils Ekberg         | +16035550130 | 90 Lafayette Rd     | Rye NH 03870          | given   | storm-windows               | -
Joan Tremblay       | +16035550131 | 13 Bow St           | Portsmouth NH 03801   | given   | past-customer               | joan.tremblay@example.org
Arthur Pike         | +16035550132 | 7 Wibird St         | Portsmouth NH 03801   | stopped | roof                        | -
Simone Baptiste     | +18605550133 | 44 Park Rd          | West Hartford CT 06107 | given  | second-home                 | -
Dale Huckins        | +16035550134 | 120 Portsmouth Ave  | Stratham NH 03885     | given   | gutters past-customer       | -
Carmen Iglesias     | +16035550135 | 16 Court St         | Exeter NH 03833       | given   | deck lead                   | carmen@iglesias.example
Russell Knox        | +12075550136 | 3 Nubble Rd         | York ME 03909         | given   | storm-windows               | -
Wendy Lavoie        | +16035550137 | 55 Wakefield St     | Rochester NH 03867    | blank   | -                           | -
Emeka Nwosu         | +16035550138 | 29 Garrison Ave     | Durham NH 03824       | given   | lead                        | emeka.nwosu@example.net
Patty Sewall        | +12075550139 | 81 York St          | Kennebunk ME 04043    | given   | roof second-home            | -
Igor Volkov         | +16175550140 | 300 Tremont St      | Boston MA 02116       | given   | windows second-home         | -
Claire Dubois       | +16035550141 | 38 Middle St        | Portsmouth NH 03801   | given   | past-customer deck          | claire.dubois@example.org
Hector Ruiz         | +19785550142 | 9 Green St          | Newburyport MA 01950  | given   | gutters                     | -
Amelia Foss         | +16035550143 | 64 Front St         | Exeter NH 03833       | given   | storm-windows past-customer | amelia.foss@example.net
Bernard Cote        | +16035550144 | 200 Amherst St      | Nashua NH 03063       | refused | -                           | -
Zoe Adler           | +16035550145 | 21 Daniel St        | Portsmouth NH 03801   | given   | lead windows                | zoe@adler.example
Frank Mazur         | +14135550146 | 10 Pleasant St      | Northampton MA 01060  | given   | ski-house                   | -
Louise Chagnon      | +16035550147 | 12 Locust St        | Dover NH 03820        | given   | gutters past-customer       | -
Samir Haddad        | +16035550148 | 150 Congress St     | Portsmouth NH 03801   | given   | lead                        | samir.haddad@example.org
Tess Moriarty       | +15085550149 | 6 Shore Rd          | Falmouth MA 02540     | given   | second-home                 | -
Victor Lemieux      | +16035550150 | 43 Hanover St       | Lebanon NH 03766      | given   | roof                        | -
Anita Desrosiers    | +16035550151 | 19 Spring St        | Concord NH 03301      | blank   | windows                     | -
Bill Trask          | +12075550152 | 8 Dock Sq           | Kennebunkport ME 04046 | given  | deck storm-windows          | -
Nora Quill          | +16035550153 | 30 Richards Ave     | Portsmouth NH 03801   | given   | past-customer               | nora.quill@example.net
Stephen Abbott      | +16035550154 | 2 Exeter Rd         | North Hampton NH 03862 | given  | roof past-customer          | -
Iris Langley        | +18025550155 | 77 Elm St           | Woodstock VT 05091    | given   | ski-house                   | -
Dmitri Sokolov      | +16035550156 | 14 Cutts St         | Portsmouth NH 03801   | given   | gutters                     | -
Grace Otieno        | +16035550157 | 66 Maplewood Ave    | Portsmouth NH 03801   | given   | lead deck                   | grace.otieno@example.org
Ray Boisvert        | +16035550158 | 5 Sullivan St       | Berlin NH 03570       | stopped | storm-windows               | -
Kate Winslow        | +16035550159 | 17 Rockingham Ave   | Portsmouth NH 03801   | given   | windows past-customer       | kate.winslow@example.net
`);
