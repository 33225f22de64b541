import type { Format } from '../../format.ts';

/** Requests that did not succeed at once. */
export const problems = (f: Format) => ({
  title: 'Requests in trouble',
  about: 'Each is asked again by itself. What is not solved at the end is missing from the import.',
  none: 'Every request succeeded at once.',
  list: 'Requests in trouble, unsolved ones first',
  request: 'Request',
  of: 'About',
  status: 'Status',
  code: 'What it means',
  attempt: 'Attempts',
  last: 'Last',
  solved: 'Solved',
  solvedAt: (at: Date) => `solved ${f.moment(at)}`,
  unsolved: 'not solved',
  noStatus: 'no answer',
  all: (n: number) => `All ${f.number(n)}`,
  counts: (open: number, total: number) =>
    `${f.number(open)} of ${f.count(total, { one: 'is', other: 'are' })} not solved`,
  pager: 'More requests in trouble',
  statuses: {
    400: 'A page ended its life before it was read; its list is read anew.',
    401: 'The key was refused.',
    402: 'The plan at OpenPhone does not include this.',
    403: 'The plan or the key does not allow this.',
    404: 'It is not there any more.',
    429: 'Too many requests; it was asked again later.',
  } as Record<number, string>,
  codes: {
    timeout: 'No answer in time.',
    unreachable: 'OpenPhone could not be reached.',
    'too-large': 'The answer was larger than any true one.',
    'not-json': 'The answer could not be read.',
    'not-a-list': 'The answer could not be read.',
    'not-an-object': 'The answer could not be read.',
    'token-ended': 'The place in the list had ended its life; the list was read anew.',
    'repeated-token': 'The list led back to a page that was read before; it was ended there.',
    endless: 'The list went on without anything new; it was ended there.',
  } as Record<string, string>,
  failing: 'OpenPhone failed on its side.',
  other: (code: string) => `Code ${code}`,
});
