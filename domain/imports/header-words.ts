import type { ColumnTarget } from './columns.ts';

/**
 * Headers as lists write them in English, Dutch, French and Spanish: small letters, no accents or marks.
 * `phone` are those that do not say which number they mean.
 */
const words: Record<ColumnTarget | 'phone', string> = {
  phone:
    'phone|phone number|telephone|tel|primary phone|phone 1|phone1|telefoon|telefoonnummer|numero de telephone|numero|telefono|numero de telefono',
  'first-name':
    'first name|firstname|first|given name|forename|fname|voornaam|prenom|nombre|nombre de pila|primer nombre|contact first name',
  'last-name':
    'last name|lastname|last|surname|family name|lname|achternaam|familienaam|nom de famille|apellido|apellidos|contact last name',
  'full-name':
    'name|full name|fullname|contact name|contact|customer name|customer|client name|client|display name|naam|volledige naam|klant|nom|nom complet|nom et prenom|nombre completo|nombre y apellidos|cliente',
  company:
    'company|company name|organization|organisation|business|business name|account|account name|firm|employer|bedrijf|bedrijfsnaam|firma|organisatie|praktijk|societe|entreprise|cabinet|raison sociale|empresa|compania|razon social|negocio',
  mobile:
    'mobile|mobile phone|mobile number|mobile no|cell|cell phone|cellphone|cell number|sms|sms number|text number|whatsapp|gsm|gsm nummer|gsmnummer|mobiel|mobiel nummer|mobiele telefoon|portable|telephone portable|tel portable|mobile telephone|celular|movil|telefono movil|telefono celular',
  'other-phone':
    'other phone|home phone|work phone|business phone|office phone|landline|secondary phone|alternate phone|alt phone|phone 2|phone2|second phone|home|other number|vaste telefoon|vast nummer|telefoon 2|telefoon thuis|telefoon werk|telephone fixe|fixe|tel fixe|telephone bureau|autre telephone|telefono fijo|otro telefono|telefono 2|telefono casa|telefono oficina',
  email:
    'email|e mail|email address|e mail address|mail|primary email|email 1|emailadres|e mailadres|mailadres|courriel|adresse email|adresse e mail|adresse courriel|adresse mail|correo|correo electronico|direccion de correo|direccion de correo electronico',
  street:
    'street|street address|address|address 1|address1|address line 1|mailing street|billing street|straat|adres|straat en nummer|rue|adresse|adresse 1|calle|direccion|domicilio',
  city: 'city|town|city town|locality|mailing city|billing city|stad|gemeente|plaats|woonplaats|ville|commune|localite|ciudad|poblacion|localidad|municipio',
  region:
    'state|state province|province|state region|region|county|mailing state|billing state|provincie|staat|etat|provincia|estado',
  'postal-code':
    'zip|zip code|zipcode|postal code|postcode|post code|zip postal code|mailing zip|mailing postal code|code postal|cp|codigo postal|c p',
  country: 'country|country region|nation|mailing country|land|pays|pais',
  'time-zone': 'time zone|timezone|tz|tijdzone|fuseau horaire|zona horaria|huso horario',
  language: 'language|preferred language|locale|lang|taal|voorkeurstaal|langue|idioma',
  tags: 'tags|tag|labels|label|groups|group|segment|segments|lists|list|etiketten|groepen|etiquettes|etiquetas|grupos',
  consent:
    'consent|consent sms|sms consent|sms opt in|opt in|optin|opted in|opt in sms|text consent|marketing consent|subscribed|sms subscribed|toestemming|toestemming sms|akkoord|consentement|consentement sms|accord|consentimiento|consentimiento sms|autorizacion',
  'consent-date':
    'consent date|date of consent|consented at|consented on|opt in date|opted in at|sms consent date|datum toestemming|toestemming datum|date consentement|date du consentement|fecha consentimiento|fecha de consentimiento',
  notes:
    'notes|note|comments|comment|remarks|description|memo|opmerkingen|opmerking|notities|notitie|remarques|remarque|commentaires|commentaire|notas|nota|comentarios|observaciones',
  created:
    'created|created at|created on|created date|date created|create date|date added|added|added on|aangemaakt|aangemaakt op|datum aangemaakt|cree le|date de creation|creado|fecha de creacion|fecha de alta',
};

export const headerWords: ReadonlyMap<string, ColumnTarget | 'phone'> = new Map(
  Object.entries(words).flatMap(([target, list]) =>
    list.split('|').map((word) => [word, target as ColumnTarget | 'phone'] as const),
  ),
);
