import { describe, it } from 'vitest';
import { documentOf, expectNoLiterals, expectValidHtml } from '#test/support/html.ts';
import { seatedUi } from '#test/support/ui.ts';
import { sampleTexts } from '#web/styleguide/samples.ts';
import { StyleguidePage } from '#web/styleguide/styleguide-page.tsx';

const page = (locale: 'en-US' | 'xx') => documentOf(<StyleguidePage ui={seatedUi({ locale })} />);

describe('the style guide, with every component in every state', () => {
  it('is valid HTML', async () => {
    await expectValidHtml(page('en-US'));
  });

  it('takes every word from the catalogue', () => {
    expectNoLiterals(page('xx'), [...sampleTexts, 'MO']);
  });
});
