import { ending, type OptOutGrammar, phrase } from './grammar.ts';

const messages =
  '(?:bericht(?:en|je|jes)?|sms(?:en|s|je|jes|berichten)?|sms en|mails?|mailtjes|e ?mails?|telefoontjes|oproepen|reclame|promoties?|apps|appjes|whatsapps?|whatsappberichten|spam|meldingen|herinneringen|nieuwsbrie(?:f|ven)|aanbiedingen)';
const me = '(?:me|mij|mn|ons)';
const mine =
  '(?:(?:mijn|mn|dit|ons) (?:\\w+ )?(?:nummer|gsmnummer|gsm nummer|telefoonnummer|mobiel|mobiele nummer|naam|gegevens|contact|contactgegevens|emailadres))';
const toWrite =
  '(?:sms(?:en|sen)?|sms en|texten|berichten|stalken|sturen|mailen|appen|bellen|contacteren|schrijven|spammen|lastigvallen|lastig te vallen|storen|whatsappen)';
const polite =
  'aub|alstublieft|alsjeblieft|graag|svp|bedankt|dank u|dank je|dankjewel|meer|nu|en|of|a u b';
const end = ending(`${polite}|voortaan|nooit meer|direct|onmiddellijk|meteen`);

export const dutch: OptOutGrammar = {
  asks: [
    phrase(
      `(?:schrijft?|meldt?|teken|zegt?) (?:${me}|${mine}) (?:(?:aub|alstublieft|alsjeblieft|direct|meteen|nu|maar|dan|graag|eens|er) )*(?:uit|af|op)`,
    ),
    phrase(
      `(?:haalt?|neemt?|zet|gooit?|schrapt?|wist?|verwijdert?|doe|doet) (?:(?:${me}|${mine}) )(?:(?:aub|alstublieft|alsjeblieft|direct|meteen|nu|maar|er|dan) )*(?:uit|van|af|eruit|eraf|weg)(?= |$)(?! (?:de|het|mijn|onze) (?:afspraak|werf|offerte|planning|kalender|agenda))`,
    ),
    phrase(
      `(?:verwijdert?|wist?|schrapt?|deletet?|vergeet|blokkeert?) (?:(?:aub|alstublieft|alsjeblieft) )?(?:${me}|${mine})`,
      `(?:${end}|(?= (?:uit|van) ))`,
    ),
    phrase(
      `(?:${me}|${mine}) (?:(?:aub|graag|direct|nu|willen|wilt u|kunnen|te|laten|van de lijst|uit (?:de|uw|jullie) (?:lijst|bestand|systeem)) )*(?:uitschrijven|uit te schrijven|uitgeschreven|verwijderen|schrappen|wissen|afmelden|af te melden)(?! (?:voor|van) (?:de|het|deze|die|mijn|een) (?:afspraak|bezoek|vergadering|les))`,
    ),
    phrase(
      `(?:graag|wil|wens) (?:\\w+ )?(?:uitschrijven|uitgeschreven|afmelden|uit te schrijven)(?! voor (?:de|het|mijn) (?:afspraak|bezoek))`,
    ),
    phrase(
      `geen (?:\\w+ )?${messages} (?:meer|nodig|gewenst|aub|alstublieft|alsjeblieft|graag|svp)`,
      '(?! (?:ontvangen|gekregen|gehad|gezien|binnengekregen))',
    ),
    phrase(
      `(?:wil|willen|wens|wensen|hoef|hoeven|wilde|zou) (?:\\w+ )?(?:(?:absoluut|echt|liever|graag|helemaal) )?(?:geen|niets) (?:(?:enkele|van uw|van jullie|verdere|andere) )*(?:${messages}|meer (?:ontvangen|krijgen|horen))`,
      '(?! (?:voor|na|om|tussen|tijdens|op)(?: |$))',
    ),
    phrase(
      `(?:wil|willen|wens|wensen) (?:\\w+ )?(?:niet|nooit) (?:meer |langer )?(?:\\w+ )?(?:gecontacteerd|benaderd|lastiggevallen|gebeld|gestoord|gesmst|gemaild)`,
      '(?! (?:voor|na|om|tussen|op)(?: |$))',
    ),
    phrase(
      `(?:stopt?|stoppen) (?:(?:aub|alstublieft|alsjeblieft|nu|eens|dan|onmiddellijk|direct) )*(?:met (?:(?:het|mij|me|ons|die|deze|al|dat|uw|jullie|te) )*)(?:${toWrite}|${messages}|contact)`,
    ),
    phrase(
      `(?:hou|houd|houdt|kap|kapt) (?:\\w+ )?(?:op )?(?:met|op met) (?:(?:het|mij|me|ons|die|deze|al) )*(?:${toWrite}|${messages}|contact)`,
    ),
    phrase(
      `(?:contacteert?|sms|smst|stuurt?|mailt?|appt?|schrijft?|benadert?|belt?|stoort?) ${me} (?:(?:aub|alstublieft|alsjeblieft) )?(?:(?:niet|nooit) meer|(?:niets|niks) meer|geen (?:enkele )?${messages}|a?nymore)`,
    ),
    phrase(`(?:contacteert?|sms|smst|stoort?|benadert?) ${me} (?:niet|nooit)`, end),
    phrase(`(?:stuurt?|zendt?) (?:aub |alstublieft )?(?:geen ${messages}|niets|niks) meer`),
    phrase(
      `(?:laat|laten|laat u) ${me} (?:(?:aub|nu|eens|toch|gewoon) )*(?:met rust|gerust|alleen)`,
    ),
    phrase(`(?:val|valt) ${me} niet (?:meer )?(?:langer )?lastig`),
    phrase(
      'niet meer (?:contacteren|sturen|smsen|sms en|mailen|storen|lastigvallen|benaderen)',
      end,
    ),
    phrase(
      '(?:uitschrijven|afmelden|uitschrijving)',
      ending(`${polite}|van (?:de|deze|uw|jullie|alle) .*|uit .*`),
    ),
    phrase(`(?:stopt?|stoppen) (?:met )?(?:(?:die|deze|de|jullie|uw|al) )+${messages}`),
    phrase(`${me} (?:niet|nooit) meer (?:te )?${toWrite}`, end),
    phrase(`(?:wil|willen|wens|hoef) (?:(?:deze|die|uw|jullie|de) )+${messages} niet`),
    phrase('(?:schrijf|meld) ik (?:me|mij) (?:uit|af)', ending(polite)),
    phrase('(?:abonnement|inschrijving) (?:stopzetten|opzeggen|annuleren)'),
  ],
  denies:
    /(?:^| )(?:niet|nooit) (?:uitschrijven|afmelden|verwijderen|uitgeschreven|stoppen met)(?= |$)|(?:^| )(?:waarom|wanneer) (?:ben|bent|zijn) (?:je|u|jullie) gestopt/,
};
