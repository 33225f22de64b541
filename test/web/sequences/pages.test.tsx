import { describe, expect, test } from 'vitest';
import type { Block } from '#domain/sequences/step.ts';
import { validate } from '#domain/sequences/validate.ts';
import {
  documentOf,
  expectNoLiterals,
  expectValidHtml,
  markup,
  parse,
} from '#test/support/html.ts';
import { seatedUi } from '#test/support/ui.ts';
import type { DesignerProps } from '#web/sequences/designer.ts';
import { Conflict } from '#web/sequences/conflict.tsx';
import { DesignerPage } from '#web/sequences/designer-page.tsx';
import { PublishDialog } from '#web/sequences/publish-dialog.tsx';
import { SequencesPage, type SequenceListItem } from '#web/sequences/sequences-page.tsx';
import { stepTitle } from '#web/sequences/step-title.ts';
import { TestForm } from '#web/sequences/test-form.tsx';
import { VersionPage } from '#web/sequences/version-page.tsx';
import { StepCounts } from '#web/sequences/step-counts.tsx';
import { formOf } from '#web/kit/form-state.ts';

const ui = seatedUi();
const at = new Date('2026-11-17T14:40:00Z');

const blocks: Block[] = [
  {
    id: 'st-1',
    kind: 'message',
    channel: 'sms',
    title: 'ASK',
    variants: [{ id: 'va', text: 'BODY {shoe|x} bit.ly/x' }],
  },
  { id: 'st-2', kind: 'message', channel: 'sms', variants: [{ id: 'va', text: '' }] },
  { id: 'st-3', kind: 'wait', amount: 0, unit: 'days' },
  { id: 'st-4', kind: 'wait-until', hour: 10, minute: 0, days: [1, 3] },
  { id: 'st-5', kind: 'exit', label: '' },
  { id: 'st-6', kind: 'wait', amount: 900, unit: 'days' },
];
const texts = ['ROOF', 'ASK', 'BODY {shoe|x} bit.ly/x', 'bit.ly', 'shoe', 'RUTH', 'NOTE', 'DANA'];
const places = [
  'maren@aldertide.example',
  'Alder & Tide',
  'Maren Okafor',
  'SMS',
  'GSM-7',
  'UCS-2',
  'JOB VALUE',
  'ANOTHER',
];

const designer = (changes: Partial<DesignerProps> = {}): DesignerProps => ({
  id: 'q1',
  name: 'ROOF',
  revision: 4,
  page: 'p1',
  blocks,
  issues: validate(blocks),
  canUndo: true,
  canRedo: false,
  savedAt: at,
  versions: [
    { number: 2, walking: 3, campaigns: [{ id: 'c1', name: 'ROOF', state: 'running' }] },
    { number: 1, walking: 0, campaigns: [] },
  ],
  nothingNew: false,
  archived: false,
  mayWrite: true,
  open: null,
  placing: null,
  focus: null,
  customFields: ['JOB VALUE'],
  preview: null,
  ...changes,
});

const preview = (rendered: NonNullable<DesignerProps['preview']>['rendered']) => ({
  sequenceId: 'q1',
  stepId: 'st-1',
  reader: { id: 'k1', name: 'RUTH', phone: '+16035550102' },
  rendered,
  country: 'US',
});

const states: Record<string, Partial<DesignerProps>> = {
  'as it stands': {},
  'without a step': { blocks: [], issues: validate([]), versions: [] },
  'with a message open': {
    open: 'st-1',
    preview: preview({ kind: 'text', text: 'BODY {shoe|x} bit.ly/x ’' }),
  },
  'with a message that somebody would not get': {
    open: 'st-1',
    preview: preview({ kind: 'missing', fields: ['city'] }),
  },
  'with a message that nobody would get': {
    open: 'st-1',
    preview: preview({ kind: 'broken', code: 'syntax', found: '{shoe|x}' }),
  },
  'with nobody to read it': {
    open: 'st-2',
    preview: { ...preview({ kind: 'broken', code: 'empty', found: '' }), reader: null },
  },
  'with a wait open': { open: 'st-3' },
  'with an hour open': { open: 'st-4' },
  'with an exit open': { open: 'st-5' },
  'with a step being moved': { placing: 'st-4' },
  'to be read only': { mayWrite: false, open: 'st-1' },
  archived: { archived: true },
};

describe.each(Object.entries(states))('the designer %s', (_, changes) => {
  test('is sound, and holds no words of its own', async () => {
    await expectValidHtml(documentOf(<DesignerPage ui={ui} sequence={designer(changes)} />));
    const pseudo = documentOf(
      <DesignerPage ui={seatedUi({ locale: 'xx' })} sequence={designer(changes)} />,
    );
    expectNoLiterals(pseudo, [...texts, ...places, 'first_name', 'st-']);
  });
});

describe('the designer', () => {
  const $ = parse(documentOf(<DesignerPage ui={ui} sequence={designer()} />));

  test('marks each step with what is wrong with it, and counts it above', () => {
    expect($('#step-st-2.bad').text()).toContain('No text');
    expect($('#step-st-6').text()).toContain('Nobody comes to it');
    expect($('#issues summary').text()).toMatch(/[1-9] to fix[1-9] to consider/);
    expect($('#issues a[href="/sequences/q1/steps/st-2"]').first().text()).toBe('Message 2');
  });

  test('has a gap before each step, and none behind the last exit', () => {
    expect($('.plus')).toHaveLength(blocks.length + 1);
    expect($('.plus').first().attr('aria-label')).toBe('Insert a step at the beginning');
    const ends = parse(
      markup(<DesignerPage ui={ui} sequence={designer({ blocks: blocks.slice(0, 5) })} />),
    );
    expect(ends('.plus')).toHaveLength(5);
  });

  test('cannot publish an error, and says why', () => {
    expect($('#publish').attr('aria-disabled')).toBe('true');
    expect($('#publish').attr('aria-describedby')).toBe('why-not');
    expect($('#why-not').text()).toMatch(/^Version 3 can be published when the \d errors are gone/);
  });

  test('offers no place that changes nothing while a step is moved', () => {
    const moving = parse(markup(<DesignerPage ui={ui} sequence={designer({ placing: 'st-4' })} />));
    const places = moving('.here')
      .toArray()
      .map((one) => moving(one).attr('aria-label'));
    expect(places).not.toContain('Move here, after Wait 0 days');
    expect(places).toHaveLength(blocks.length - 1);
  });
});

test('a step without a name is called by what it does', () => {
  expect(blocks.map((step) => stepTitle(ui, blocks, step))).toEqual([
    'ASK',
    'Message 2',
    'Wait 0 days',
    'Wait until 10:00 of their day, on Monday and Wednesday',
    'Exit',
    'Wait 900 days',
  ]);
});

describe('the list', () => {
  const sequence: SequenceListItem = {
    id: 'q1',
    name: 'ROOF',
    version: 2,
    ahead: true,
    messages: 2,
    steps: 6,
    campaigns: 1,
    walking: 3,
    updatedAt: at,
    updatedBy: 'DANA',
  };
  const list = { sequences: [sequence], archived: false, archivedCount: 2, mayWrite: true };

  test.each([
    ['full', list],
    ['empty', { ...list, sequences: [] }],
    ['of the archived', { ...list, archived: true }],
    ['to be read only', { ...list, mayWrite: false }],
  ])('%s is sound, and holds no words of its own', async (_, props) => {
    await expectValidHtml(documentOf(<SequencesPage ui={ui} {...props} />));
    const pseudo = documentOf(<SequencesPage ui={seatedUi({ locale: 'xx' })} {...props} />);
    expectNoLiterals(pseudo, [...texts, ...places]);
  });
});

describe('a version', () => {
  const version = {
    sequence: { id: 'q1', name: 'ROOF', revision: 4 },
    number: 2,
    blocks,
    before: { number: 1, blocks: blocks.slice(1) },
    versions: [
      {
        number: 2,
        note: 'NOTE',
        publishedAt: at,
        publishedBy: 'DANA',
        walking: 3,
        campaigns: [{ id: 'c1', name: 'ANOTHER' }],
      },
    ],
    mayRestore: true,
  };

  test('is sound, and holds no words of its own', async () => {
    await expectValidHtml(documentOf(<VersionPage ui={ui} version={version} />));
    const xx = seatedUi({ locale: 'xx' });
    expectNoLiterals(documentOf(<VersionPage ui={xx} version={version} />), [...texts, ...places]);
    const none = { ...version, number: null, versions: [], before: null };
    expectNoLiterals(documentOf(<VersionPage ui={xx} version={none} />), [...texts, ...places]);
  });
});

test('fragments hold no words of their own', () => {
  const xx = seatedUi({ locale: 'xx' });
  const sequence = designer();
  const test = { id: 's1', errorCode: '30006', number: '+16035550199', heldUntil: at };
  const count = { stepId: 'st-1', sent: 5, replied: 1, optedOut: 1, failed: 1, waiting: 2 };
  const known = [...texts, ...places, '30006'];
  for (const part of [
    <PublishDialog ui={xx} sequence={sequence} latest={{ number: 2, blocks: [] }} problem="NOTE" />,
    <Conflict
      ui={xx}
      sequenceId="q1"
      stepId="st-1"
      by="DANA"
      at={at}
      revision={5}
      kind="unsaved"
    />,
    <Conflict ui={xx} sequenceId="q1" stepId="st-1" by={null} at={at} revision={5} kind="gone" />,
    <StepCounts ui={xx} sequenceId="q1" counts={[count]} />,
    ...(
      ['queued', 'held', 'parked', 'accepted', 'delivered', 'failed', 'unconfirmed'] as const
    ).map((state) => (
      <TestForm ui={xx} sequenceId="q1" stepId="st-1" form={formOf()} test={{ ...test, state }} />
    )),
  ]) {
    expectNoLiterals(markup(part), known);
  }
});
