import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readsAsOptOut } from '#domain/inbox/opt-out.ts';
import { readKeyword } from '#domain/inbox/keywords.ts';

const lines = (text: string) => text.split('·').map((line) => line.trim());

const asks = {
  English:
    lines(`stop texting me · take me off your list · remove my number · lose my number · don't contact me again ·
    no more texts · wrong person, quit messaging me · unsubscribe pls · leave me alone · opt me out ·
    I said stop texting · Don’t ever text me again · do not text or call me again · I no longer wish to receive these messages ·
    I'd like to be removed from your list · can you take us off your texting list? · how do I unsubscribe? ·
    put me on your do not call list · please cease contacting me · stop sending me this crap ·
    if you don't stop texting me I will report you · not interested, remove me · STOP CONTACTING MY WIFE ·
    You do not have permission to text me · enough with the texts · I revoke my consent · pls dont send anymore msgs`),
  Spanish:
    lines(`no me escriban más · ya no quiero mensajes · deme de baja · quítenme de la lista · borren mi número · dejen de molestar ·
    quiero darme de baja · no me vuelvan a escribir · déjenme en paz · sáquenme de su lista · no quiero recibir más publicidad ·
    basta de mensajes · número equivocado, no me escriban más · paren de mandarme mensajes · no autorizo mensajes ·
    quiero cancelar la suscripción · ¿me pueden quitar de la lista?`),
  Dutch:
    lines(`schrijf me uit · geen berichten meer aub · haal me van de lijst · verwijder mijn nummer · stop met sms'en · laat me met rust ·
    ik wil geen berichten meer ontvangen · contacteer me niet meer · gelieve mij te verwijderen uit uw bestand · stuur niets meer ·
    hou op met sms'en · val me niet meer lastig · ik wil me uitschrijven · ik wil deze berichten niet meer · hoe schrijf ik me uit`),
  French:
    lines(`ne m'écrivez plus · désinscrivez-moi · retirez-moi de la liste · arrêtez de me contacter · supprimez mon numéro ·
    je ne veux plus recevoir vos messages · merci de ne plus me contacter · n’envoyez plus de sms · laissez-moi tranquille ·
    plus de messages svp · veuillez me désinscrire · stop aux sms · cessez de m’écrire · je refuse de recevoir vos messages`),
};

const leaves = {
  English:
    lines(`stop by tomorrow at 5 · can you stop by? · don't stop! · cancel my Tuesday slot but keep the quote · end of the week works ·
    the bus stop · full stop. · non-stop rain · what time does it end · don't text me before 9 · not now, try next month · not interested ·
    don't stop texting me, I like it · why did you stop texting me? · I'll stop texting you now · don't call me at work ·
    remove the tree from my yard · take off the storm door · please stop the leak · no messages from the tech yet ·
    no calls before 9 please · did you get my messages? · quit smoking last year · I don't want to bother you · wrong number ·
    don't take me off the list · delete the gutters from the estimate · who is this? · yes`),
  Spanish:
    lines(`para mañana a las 5 · ¿baja el precio? · el costo es muy alto · pase a las 6 · vivo en Baja California ·
    no me llames antes de las 9 · no me mandaron el presupuesto · quiten el árbol · no hay mensajes · no me interesa ·
    dar de baja el servicio de agua`),
  Dutch:
    lines(`stop morgen even langs · einde van de week past · de stop is gesprongen · niet vandaag, volgende week ·
    ik heb geen berichten ontvangen · bel me niet voor 9 uur · haal de boom weg · kan ik me afmelden voor de afspraak · niet geïnteresseerd`),
  French:
    lines(`l'arrêt de bus · fin de semaine ça va · passez demain à 17 h · je vous arrête tout de suite : oui, ça m'intéresse ·
    ne m'appelez pas avant 9h · il y a plus de messages ? · supprimez la deuxième ligne · n'arrêtez pas · vous ne me dérangez pas ·
    pas intéressé · contactez-moi plus tard`),
};

describe.each(Object.entries(asks))('in %s', (_, texts) => {
  test.each(texts)('"%s" asks for no more messages', (text) => {
    expect(readsAsOptOut(text)).toBe('opt-out');
  });

  test('a request stays one in capitals, without accents or apostrophes, and inside a longer text', () => {
    const request = fc.constantFrom(...texts);
    const before = fc.constantFrom('', 'Hi. ', 'Sorry, ', 'Bonjour, ', '¡Hola! ', 'Dag, ');
    const after = fc.constantFrom('', '!!!', '. Thanks', ' 😡', '.\nDana');
    fc.assert(
      fc.property(before, request, after, (...parts) => {
        const text = parts.join('');
        expect(readsAsOptOut(text)).toBe('opt-out');
        expect(readsAsOptOut(text.toUpperCase())).toBe('opt-out');
        expect(readsAsOptOut(text.normalize('NFD').replaceAll(/[\p{M}'’]/gu, ''))).toBe('opt-out');
      }),
    );
  });
});

describe.each(Object.entries(leaves))('in %s', (_, texts) => {
  test.each(texts)('"%s" is something else', (text) => {
    expect(readsAsOptOut(text)).toBeNull();
    expect(readKeyword(text)).not.toBe('stop');
  });
});

describe('what may be meant for us or not', () => {
  test.each([
    'Stop it!',
    'ok stop',
    'ya basta',
    'this is spam, stop',
    'wrong number. Remove',
    'go away',
  ])('"%s" is for a person to read', (text) => {
    expect(readsAsOptOut(text)).toBe('ask-a-person');
  });
});

test('whatever is written can be read, however long', () => {
  const word = fc.constantFrom(
    ...'stop dont no me the all your texts send de la met geen ne plus ( , . \n'.split(' '),
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.string({ unit: 'binary' })), { maxLength: 200 }),
      (words) => {
        expect(() => readsAsOptOut(words.join(' '))).not.toThrow();
      },
    ),
    { numRuns: 300 },
  );
  // Backtracking that grows with the length would not end within the time of a test.
  expect(readsAsOptOut('stop the all your texts '.repeat(500))).toBeDefined();
});
