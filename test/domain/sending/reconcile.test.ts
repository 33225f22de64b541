import { describe, expect, test } from 'vitest';
import { type ListedMessage, looksApart, reconcile } from '#domain/sending/reconcile.ts';

const calledAt = Date.parse('2026-11-17T15:00:00.400Z');
const deadlineAt = calledAt + 10_000;
const message = (
  id: string,
  after: number,
  owned = false,
  same: boolean | null = null,
): ListedMessage => ({ id, createdAt: calledAt + after, owned, same });
const look = (listed: ListedMessage[], at: number, emptyLookAt: number | null = null) =>
  reconcile({ calledAt, deadlineAt, emptyLookAt, listed }, at);

describe('a call whose answer never came', () => {
  test('is looked for only after its deadline, whatever the list says', () => {
    expect(look([message('SM1', 100)], deadlineAt - 1)).toEqual({
      kind: 'look-again',
      at: deadlineAt,
    });
    expect(look([message('SM1', 100)], deadlineAt)).toEqual({ kind: 'claim', id: 'SM1' });
  });

  test('claims the oldest message that no send owns', () => {
    const listed = [message('SM3', 900), message('SM1', 100, true), message('SM2', 500)];
    expect(look(listed, deadlineAt)).toEqual({ kind: 'claim', id: 'SM2' });
  });

  test('two messages of one second are claimed in one order', () => {
    expect(look([message('SM2', 100), message('SM1', 100)], deadlineAt)).toEqual({
      kind: 'claim',
      id: 'SM1',
    });
  });

  test('claims nothing from before the call or after its deadline', () => {
    expect(look([message('SM1', -2001), message('SM2', 12_001)], deadlineAt).kind).toBe(
      'look-again',
    );
    expect(look([message('SM1', -400)], deadlineAt)).toMatchObject({ id: 'SM1' });
  });

  test('was not taken when two looks half a minute apart find nothing', () => {
    expect(look([], deadlineAt)).toEqual({ kind: 'look-again', at: deadlineAt + looksApart });
    expect(look([], deadlineAt + 29_999, deadlineAt)).toEqual({
      kind: 'look-again',
      at: deadlineAt + 30_000,
    });
    expect(look([], deadlineAt + 30_000, deadlineAt)).toEqual({ kind: 'not-taken' });
  });

  test('a list that was late shows it on the second look', () => {
    expect(look([message('SM1', 100)], deadlineAt + 30_000, deadlineAt)).toEqual({
      kind: 'claim',
      id: 'SM1',
    });
  });

  test('where texts stay as they are, claims what says the same, not what came first', () => {
    const listed = [message('AC1', 100, false, false), message('AC2', 500, false, true)];
    expect(look(listed, deadlineAt)).toEqual({ kind: 'claim', id: 'AC2' });
  });

  test('of two that say the same, that of another send is not claimed', () => {
    const listed = [message('AC1', 100, true, true), message('AC2', 500, false, true)];
    expect(look(listed, deadlineAt)).toEqual({ kind: 'claim', id: 'AC2' });
    expect(look(listed.slice(0, 1), deadlineAt + 30_000, deadlineAt)).toEqual({
      kind: 'not-taken',
    });
  });

  test('is for a person to judge where somebody wrote something else meanwhile', () => {
    const listed = [message('AC1', 100, false, false)];
    expect(look(listed, deadlineAt).kind).toBe('look-again');
    expect(look(listed, deadlineAt + 30_000, deadlineAt)).toEqual({ kind: 'unclear' });
  });
});
