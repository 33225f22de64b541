import type { Values } from '#domain/sending/passport.ts';
import type { Format } from '../format.ts';

/** What a rule found, in words; the codes are those of domain/sending. */
export function foundBy(f: Format, rule: string, code: string, values: Values): string {
  return sentences(f, values)[code] ?? `${rule}: ${code}`;
}

const sentences = (f: Format, values: Values): Readonly<Record<string, string>> => {
  const count = `${number(f, values['sent'])} of ${number(f, values['most'])}`;
  const hours = `${clock(values['from'])} to ${clock(values['to'])}, it was ${clock(values['minute'])}`;
  const zones = text(values['zones']);
  return {
    walking: 'On its way',
    ended: 'Over',
    'membership-paused': `Paused since ${moment(f, values['since'])}`,
    running: 'Running',
    'campaign-paused': 'Paused',
    'campaign-stopped': 'Stopped',
    'workspace-paused': `Paused since ${moment(f, values['since'])}`,
    usable: 'Takes texts',
    'invalid-address': 'Not in use, says the provider',
    landline: 'A landline',
    erased: 'Erased',
    none: 'None',
    suppressed: `Opted out${values['since'] ? ` ${moment(f, values['since'])}` : ''}`,
    recorded: 'Given, on record',
    'basis-stated': `None on record; the campaign states ${text(values['basis'])}`,
    refused: 'Refused',
    'not-recorded': 'None on record',
    filled: `${f.count(Number(values['segments'] ?? 0), { one: 'segment', other: 'segments' })}, ${text(values['encoding'])}`,
    'missing-field': `Lacks ${text(values['fields'])}`,
    'broken-text': `Cannot be filled: ${text(values['code'])}`,
    'too-many-segments': `${number(f, values['segments'])} segments, at most ${number(f, values['most'])}`,
    'in-time': 'Within five minutes',
    'answer-too-late': 'More than five minutes late',
    due: 'Over',
    'sent-now': 'Skipped by order',
    'not-due': `Until ${moment(f, values['dueAt'])}`,
    'lawful-hour': `${text(values['places'])}: ${hours} (${zones})`,
    'no-law': `No hours of law for this place (${zones})`,
    'outside-law': `${text(values['places'])}: ${hours} (${zones})`,
    'within-window': `${clock(values['from'])} to ${clock(values['to'])}, ${text(values['zone'])}`,
    'outside-window': `${clock(values['from'])} to ${clock(values['to'])}, ${text(values['zone'])}; it was ${clock(values['minute'])}`,
    'under-cap': count,
    'person-cap': count,
    'under-limit': count,
    'day-full': count,
    sticky: `The number they know; ${count} today`,
    'area-code': `Same area code; ${count} today`,
    region: `Same state; ${count} today`,
    country: `Same country; ${count} today`,
    rotation: `Next in the rotation; ${count} today`,
    reserved: `Its place was kept; ${count} today`,
    'sender-paused': 'The number they know is paused',
    'no-sender': 'None can send',
    free: 'Has room',
    'senders-full': 'All have sent their day',
    'line-free': 'Free',
    'line-busy': `Busy until ${moment(f, values['slotAt'])}`,
    'never-opens': 'Never opens',
  };
};

type Value = Values[string] | undefined;

const text = (value: Value): string => (value === null || value === undefined ? '' : String(value));

const number = (f: Format, value: Value): string => f.number(Number(value ?? 0));

const moment = (f: Format, value: Value): string =>
  typeof value === 'number' ? f.moment(new Date(value)) : '';

/** Minutes after midnight as a clock shows them, 24 hours. */
function clock(value: Value): string {
  const minutes = Number(value ?? 0);
  const part = (n: number) => String(n).padStart(2, '0');
  return `${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`;
}
