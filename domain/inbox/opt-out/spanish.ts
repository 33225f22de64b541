import { ending, type OptOutGrammar, phrase } from './grammar.ts';

const messages =
  '(?:mensajes?|mensajitos|sms|textos?|correos?|emails?|llamadas?|publicidad|promociones|promos|anuncios|ofertas|notificaciones|avisos|spam|whatsapps?|propaganda)';
/** Stems with the endings of a command or a wish: a past tense tells, and asks for nothing. */
const writes =
  '(?:escrib(?:a|an|as|ais)|mand(?:e|en|es)|envi(?:e|en|es)|contact(?:e|en|es)|llam(?:e|en|es)|molest(?:e|en|es)|texte(?:e|en|es)|busqu(?:e|en|es)|marqu(?:e|en|es)|hostig(?:ue|uen|ues))';
const toWrite =
  '(?:escribir|mandar|enviar|contactar|llamar|molestar|textear|buscar|hostigar|fastidiar|acosar)';
const mine =
  '(?:mi (?:numero|telefono|celular|nombre|contacto)|mis datos|este (?:numero|telefono|celular))';
const end = ending(
  'mas|nunca|nunca mas|de nuevo|nuevamente|jamas|ya|por favor|porfavor|porfa|xfa|pf|gracias|otra vez|nada|y|ni|a este numero|a este telefono',
);
const noMore =
  '(?:(?:mas|nunca|jamas|ya|ningun|ninguna|sus|tus|estos|esos|esas|este|esta|mas de|de) )*';

export const spanish: OptOutGrammar = {
  asks: [
    phrase(
      `no (?:me|nos) (?:vuelvan? a |vuelvas a |sigan? |esten? |estes )?(?:${writes}|${toWrite}(?:me|nos)?|escribiendo|mandando|enviando|molestando|llamando)`,
      end,
    ),
    phrase(
      `no (?:me|nos) (?:vuelvan? a |vuelvas a )?(?:${writes}|${toWrite}) ${noMore}${messages}`,
    ),
    phrase(`no (?:vuelvan? a |vuelvas a )(?:${toWrite})(?:me|nos)?`, end),
    phrase(`no (?:envien?|manden?|envies|mandes) (?:mas )${messages}`),
    phrase(
      `no (?:escrib(?:an|a|as)|contact(?:en|e|es|ar)|molesten|manden|envien)(?: mas| nunca| ya)?`,
      ending('mas|nunca|ya|por favor|porfa|gracias|a este (?:numero|telefono|celular)|aqui'),
    ),
    phrase('no (?:autorizo|autorizamos|doy permiso|di permiso)'),
    phrase('no (?:molestar|molesten?|molestes)(?: mas)?', end),
    phrase(
      `no (?:quiero|queremos|deseo|deseamos|quisiera|necesito) (?:recibir |seguir recibiendo |que me (?:envien|manden) |mas )*${noMore}(?:${messages}|que (?:me|nos) ${writes}|saber (?:nada )?de ustedes|nada de ustedes)`,
    ),
    phrase(
      `(?:ya )?no (?:quiero|deseo|queremos|deseamos) (?:estar|aparecer|seguir) en (?:su|la|esta|tu) lista`,
    ),
    phrase(`(?:no|ni) mas ${messages}`),
    phrase(`(?:basta|suficiente) (?:ya )?de ${messages}`),
    phrase(
      '(?:dar|dame|date|deme|denme|den|da|darme|darnos|dennos|denos|doy|quiero|solicito|pido|necesito|favor de dar|me dan|me puede dar|me pueden dar|me das|dense)(?: \\w+)? de baja(?! (?:el|la|un|una|los) (?:servicio|agua|luz|gas|internet|cuenta|contrato|linea|seguro))',
    ),
    phrase('(?:quiero|solicito|pido|deseo|necesito|tramiten?) (?:la|mi) baja'),
    phrase(
      `(?:quit|borr|elimin|saqu|sac|retir|remuev|tach|suprim)(?:a|e|an|en|ar|as|es|ir|er)?(?:me|nos|lo)? (?:por favor )?(?:${mine}|(?:de|del) (?:(?:la|su|sus|esta|tu|las|el|este|toda)s? )*(?:lista|listas|base|grupo|sistema|registro|directorio|contactos|agenda|mensajes))`,
    ),
    phrase(
      '(?:quiten|quite|quita|borren|borre|borra|eliminen|elimine|elimina|saquen|saque|saca|retiren|retire)(?:me|nos)',
      end,
    ),
    phrase(`dej(?:en|a|e|ar|es)(?:me|nos)? (?:ya )?de ${toWrite}(?:me|nos)?`),
    phrase('dej(?:en|a|e)(?:me|nos) (?:ya )?(?:en paz|tranquil[oa]s?)'),
    phrase(
      `(?:paren?|para|pare) (?:ya )?(?:con|de) (?:(?:los|sus|tus|estos|la) )*(?:${messages}|${toWrite}(?:me|nos)?)`,
    ),
    phrase(
      `(?:cancel|anul|suspend|deten)(?:en|e|a|ar|er|an|gan|ga) (?:(?:la|mi|esta|los|sus|estos|el|tu) )*(?:suscripcion|envio|envios|${messages})`,
    ),
    phrase('(?:desuscri|desinscri|dessuscri)\\w+'),
    phrase('(?:pierdan|olviden|olvide|borren) mi numero'),
  ],
  denies:
    /(?:^| )(?:no (?:me|nos) (?:den|de|quiten|quite|borren|borre|eliminen|elimine|saquen|saque|dejen|deje)|por que (?:dejaron|dejo|dejaste)|para que no)(?= )/,
};
