/** A list as a firm has it: two rows of it are of no use, and the import says so. */
export const fairList = `First name,Last name,Mobile,City,State,Zip,Consent,Tags
Alice,Moreau,(603) 555-0160,Portsmouth,NH,03801,yes,home-fair
Basil,Trent,603-555-0177,Dover,NH,03820,yes,home-fair
Cora,Lindgren,(207) 555-0178,Kittery,ME,03904,yes,"home-fair, deck"
Desmond,Ocampo,207.555.0179,York,ME,03909,,home-fair
Edith,Farrow,(978) 555-0180,Newburyport,MA,01950,yes,home-fair
Felix,Brandt,603 555 018,Exeter,NH,03833,yes,home-fair
Greta,Halvorsen,(603) 555-0181,Rye,NH,03870,no,home-fair
Hugo,Salazar,(617) 555-0182,Boston,MA,02108,yes,"home-fair, second-home"
Ines,Whitlock,,Hampton,NH,03842,yes,home-fair
Jonas,Keller,+1 603 555 0183,Portsmouth,NH,03801,yes,home-fair
Ruth,Halloran,(603) 555-0102,Portsmouth,NH,03801,yes,home-fair
`;
