import { describe, expect, it } from 'vitest';
import { markup, parse } from '#test/support/html.ts';
import { seatedUi } from '#test/support/ui.ts';
import { link, strong } from '#web/catalogue/rich.ts';
import { Face } from '#web/kit/face.tsx';
import { FormErrors } from '#web/kit/form-errors.tsx';
import { formOf } from '#web/kit/form-state.ts';
import { Input } from '#web/kit/input.tsx';
import { Bar } from '#web/kit/meter.tsx';
import { Money } from '#web/kit/money.tsx';
import { Rich } from '#web/kit/rich.tsx';
import { Select } from '#web/kit/select.tsx';
import { Textarea } from '#web/kit/textarea.tsx';
import { Time } from '#web/kit/time.tsx';
import { Checkbox } from '#web/kit/check.tsx';

const ui = seatedUi();
const html = (part: unknown) => parse(markup(part));

describe('a field', () => {
  const form = { values: { name: 'Ice <dams>' }, errors: { name: 'Taken already.' } };

  it('holds what was typed and says what is wrong with it, tied together for screen readers', () => {
    const $ = html(<Input name="name" label="Name" hint="Short" form={form} />);
    const input = $('input');
    expect(input.attr('value')).toBe('Ice <dams>');
    expect(input.attr('aria-invalid')).toBe('true');
    expect($('label').attr('for')).toBe(input.attr('id'));
    const about = input
      .attr('aria-describedby')
      ?.split(' ')
      .map((id) => $(`#${id}`).text());
    expect(about).toEqual(['Taken already.', 'Short']);
  });

  it('is quiet where nothing is wrong', () => {
    const $ = html(<Input name="name" label="Name" form={formOf({ name: 'Ice' })} />);
    expect($('input').attr('aria-invalid')).toBeUndefined();
    expect($('.err').length).toBe(0);
  });

  it('keeps the first line break of a text', () => {
    expect(markup(<Textarea name="text" label="Text" value={'\nHi'} />)).toContain(
      '>\n\nHi</textarea>',
    );
  });

  it('chooses and ticks what the form holds', () => {
    const held = formOf({ zone: 'b', days: ['mon', 'fri'] });
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ];
    expect(
      html(<Select name="zone" label="Zone" options={options} form={held} />)('[selected]').attr(
        'value',
      ),
    ).toBe('b');
    const days = ['mon', 'tue', 'fri'].filter(
      (day) =>
        html(<Checkbox name="days" value={day} label={day} form={held} />)('[checked]').length > 0,
    );
    expect(days).toEqual(['mon', 'fri']);
  });
});

describe('the summary of a refused form', () => {
  it('counts, and leads to each field by its own id', () => {
    const form = {
      values: {},
      errors: { name: 'Give it a name.', 'window.from': 'Later than its end.' },
    };
    const $ = html(
      <>
        <FormErrors ui={ui} form={form} labels={{ name: 'Name' }} />
        <Input name="name" label="Name" form={form} />
        <Input name="window.from" label="From" form={form} />
      </>,
    );
    expect($('.banner b').text()).toBe('2 things to correct before this can be saved:');
    const ways = $('.banner a')
      .toArray()
      .map((a) => $($(a).attr('href') ?? '').length);
    expect(ways).toEqual([1, 1]);
  });

  it('says what concerns the form as a whole without counting it', () => {
    const form = { values: {}, errors: { '': 'The e-mail or the password is not right.' } };
    const $ = html(<FormErrors ui={ui} form={form} />);
    expect($('.say').text()).toBe('The e-mail or the password is not right.');
  });

  it('is absent where nothing is wrong', () => {
    expect(markup(<FormErrors ui={ui} form={formOf()} />)).toBe('');
  });
});

describe('a sentence with marks', () => {
  it('becomes elements, and what a person typed stays text', () => {
    const said = `${strong('<i>Ruth</i>')} answered. ${link('Read it')}.`;
    expect(markup(<Rich text={said} href="/inbox/1" />)).toBe(
      '<b>&lt;i&gt;Ruth&lt;/i&gt;</b> answered. <a href="/inbox/1">Read it</a>.',
    );
  });
});

describe('small marks', () => {
  it('an instant is exact in its attribute and readable in its words', () => {
    expect(markup(<Time ui={ui} at={new Date('2026-11-18T14:00:00Z')} />)).toBe(
      '<time datetime="2026-11-18T14:00:00.000Z">tomorrow, 9:00 AM</time>',
    );
  });

  it('money keeps its micros', () => {
    expect(markup(<Money ui={ui} micros={11_200} currency="USD" unit />)).toBe(
      '<data value="11200">$0.0112</data>',
    );
  });

  it.each([
    ['Maren Okafor', 'MO'],
    ['Ruth', 'R'],
    ['Jan van der Meer', 'JM'],
    ['(207) 555-0173', '#'],
    ['Élise Ørsted', 'ÉØ'],
  ])('%s is drawn as %s', (name, initials) => {
    expect(html(<Face name={name} />)('.face').text()).toBe(initials);
  });

  it('a bar of nothing is empty instead of broken', () => {
    expect(html(<Bar part={0} whole={0} />)('rect').attr('width')).toBe('0');
    expect(html(<Bar part={742} whole={1126} />)('rect').attr('width')).toBe('65.9');
  });
});
