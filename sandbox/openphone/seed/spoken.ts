import type { CallRecord, Summary, Transcript } from '../records.ts';
import type { Draw } from './draw.ts';
import type { Language, Person } from './people.ts';
import { fill } from './texts.ts';
import { TOPICS } from './topics.ts';

const US = 'Imogen';

type Spoken = Omit<CallRecord, 'parts'> & { readonly ourNumber: string };

const SUMMARIES: Readonly<Record<Language, readonly string[]>> = {
  en: [
    '{name} reported a leak and asked for somebody to come by {day}.',
    'The quote over {price} was discussed and accepted.',
    '{name} wants the work done before the holidays.',
    'Access is through the side gate; the dog is friendly.',
  ],
  fr: [
    '{name} souhaite déplacer son rendez-vous à {day}, {hour}.',
    'La facture de {price} a été expliquée.',
    'Les douleurs persistent malgré les séances.',
  ],
  nl: [
    '{name} wil de afspraak verplaatsen naar {day} om {hour}.',
    'De rekening van {price} werd besproken.',
    'De pijn is sinds de behandeling verminderd.',
  ],
  es: [
    '{name} pidió una visita {day} a las {hour}.',
    'Se habló del presupuesto de {price} y quedó aceptado.',
    'Hay humedad en la recámara desde las últimas lluvias.',
  ],
};

const STEPS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Send the quote over {price}.', 'Call back {day} at {hour}.'],
  fr: ['Rappeler {name} {day}.', 'Envoyer l’attestation.'],
  nl: ['{name} terugbellen op {day}.', 'De rekening opnieuw sturen.'],
  es: ['Mandar el presupuesto de {price}.', 'Confirmar la visita de {day}.'],
};

const VOICEMAILS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Hi, this is {name}, I am calling about the windows. Please call me back {day}, after {hour}. Thanks.',
    'Yeah hello, nobody picks up. It is {name}. The gutter is dripping again.',
  ],
  fr: [
    'Bonjour, c’est {name}, je voudrais déplacer mon rendez-vous de {day}. Merci de me rappeler.',
  ],
  nl: ['Dag, met {name}. Ik bel voor mijn afspraak van {day}. Kunt u mij terugbellen?'],
  es: ['Hola, habla {name}, es por la visita de {day}. Me marcan por favor, gracias.'],
};

export function voicemailText(person: Person, draw: Draw): string {
  return fill(draw.pick(VOICEMAILS[person.language]), { person, us: US }, draw);
}

export function summaryFor(person: Person, draw: Draw): Summary {
  const luck = draw.fraction();
  if (luck < 0.04) return { status: 'in-progress', summary: null, nextSteps: null, jobs: null };
  if (luck < 0.07) return { status: 'failed', summary: null, nextSteps: null, jobs: null };
  if (luck < 0.1) return { status: 'absent', summary: null, nextSteps: null, jobs: null };
  return spokenSummary(person, draw);
}

export function spokenSummary(person: Person, draw: Draw): Summary {
  const say = (line: string) => fill(line, { person, us: US }, draw);
  const [first, ...rest] = SUMMARIES[person.language];
  return {
    status: 'completed',
    summary: [say(first!), say(draw.pick(rest))],
    nextSteps: draw.chance(0.8) ? [say(draw.pick(STEPS[person.language]))] : [],
    jobs: draw.chance(0.15)
      ? [{ icon: '📋', name: 'Lead', data: [{ name: 'Urgent', value: true }] }]
      : [],
  };
}

export function transcriptFor(person: Person, call: Spoken, draw: Draw): Transcript {
  const luck = draw.fraction();
  const createdAt = call.completedAt ?? call.createdAt;
  const about = { createdAt, duration: call.duration };
  if (luck < 0.04) return { ...about, status: 'in-progress', dialogue: null };
  if (luck < 0.07) return { ...about, status: 'failed', dialogue: null };
  return spokenTranscript(person, call, draw);
}

/** Both sides speak in turn; what they say is what such people also write. */
export function spokenTranscript(person: Person, call: Spoken, draw: Draw): Transcript {
  const lines = [draw.pick(TOPICS[person.language]), draw.pick(TOPICS[person.language])].flat();
  const each = call.duration / lines.length;
  const dialogue = lines.map((line, i) => ({
    content: fill(line.text, { person, us: US }, draw),
    start: Math.round(i * each * 100) / 100,
    end: Math.round((i + 0.9) * each * 100) / 100,
    identifier: line.isOurs ? call.ourNumber : person.number,
    userId: line.isOurs ? call.userId : null,
  }));
  const createdAt = call.completedAt ?? call.createdAt;
  return { createdAt, duration: call.duration, status: 'completed', dialogue };
}
