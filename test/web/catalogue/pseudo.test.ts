import { describe, expect, it } from 'vitest';
import { pseudo, pseudoCatalogue } from '#web/catalogue/pseudo.ts';

describe('the pseudo-locale', () => {
  it('puts sentences into brackets, accented and a third longer', () => {
    expect(pseudo('Sign in', [])).toBe('⟦Šíğñ íñ···⟧');
  });

  it('leaves what a workspace holds as it is', () => {
    expect(pseudo('Sent to Ruth.', ['Ruth'])).toContain(' ţó Ruth.');
  });

  it('reaches every sentence, also those that are told of something', () => {
    const said = pseudoCatalogue({
      title: 'Inbox',
      states: { open: 'Open' },
      waits: (person: { name: string }, n: number) => `${person.name} waits for ${n}`,
    });
    expect(said.title).toMatch(/^⟦/);
    expect(said.states.open).toMatch(/^⟦/);
    expect(said.waits({ name: 'Ruth' }, 3)).toMatch(/^⟦Ruth w/);
  });
});
