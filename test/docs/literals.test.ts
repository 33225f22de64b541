import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { password } from '#db/seeds/users.ts';
import { refusalsOf } from '#domain/sending/refusals.ts';
import { release } from '../../bin/parts/temporal-release.mjs';
import { variablesOfProcesses, variablesReadOneByOne } from '../bin/read-variables.ts';
import {
  codeWords,
  documentAt,
  documents,
  matches,
  matchesOf,
  placesOf,
  textOf,
  tracked,
} from './documents.ts';

const all = documents.map(({ text }) => text).join('\n');
const example = textOf('.env.example');
const manifest = JSON.parse(textOf('package.json')) as Record<
  'scripts' | 'dependencies' | 'devDependencies',
  Record<string, string>
>;

describe('what documents repeat', () => {
  test('commands are scripts of package.json', () => {
    const named = [
      ...matches(all, /npm run (?:-s )?([\w-]+)/g),
      ...matches(all, /`npm (start|test)`/g),
    ];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  test('variables are read somewhere', () => {
    const parsed = [...variablesOfProcesses().values()].flat();
    const inTests = matches(
      tracked.filter(isTestSupport).map(textOf).join('\n'),
      /process\.env\.(\w+)/g,
    );
    const compose = matches(textOf('docker-compose.yml'), /\$\{(\w+)/g);
    const known = new Set([...parsed, ...variablesReadOneByOne(), ...inTests, ...compose]);
    const named = documents
      .flatMap(codeWords)
      .flatMap((word) => matches(word, /^([A-Z]+(?:_[A-Z]+)+)(?:=.*)?$/g));
    expect(named.length).toBeGreaterThan(10);
    expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
  });

  test('ports are those that the start takes', () => {
    const usual = matchesOf(
      textOf('bin/parts/diagnosis-network.mjs'),
      /\['([\w ]+)', '(\w+)', (\d+)\]/g,
    );
    expect(usual).toHaveLength(5);
    for (const [, variable, port] of usual) {
      expect(example).toContain(`${variable}=${port}\n`);
      expect(documentAt('docs/guide/operator.md')).toContain(`\`${variable}\`, ${port}`);
    }
    const shown = matchesOf(documentAt('README.md'), /^([a-z ]+?) +http:\/\/127\.0\.0\.1:(\d+)$/gm);
    const printed = usual.filter(([part]) => part !== 'postgres' && part !== 'temporal');
    expect(shown).toEqual(printed.map(([part, , port]) => [part, port]));
  });

  test('versions are those that are pinned', () => {
    expect(documentAt('README.md')).toContain(`Go ${release.go.join('.')} `);
    expect(example).toContain(`TEMPORAL_VERSION=${release.server}\n`);
  });

  test('packages that were chosen are in their decision', () => {
    const given = /^(@temporalio|@mikro-orm|@hono|@types)\/|^(hono|htmx\.org|typescript)$/;
    const chosen = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const decision = documentAt('docs/decisions/001-dependencies.md');
    const unsaid = chosen.filter((name) => !given.test(name) && !decision.includes(name));
    expect(unsaid).toEqual([]);
  });

  test('the way into the demo is the one that the demo has', () => {
    expect(documentAt('README.md')).toContain(`with the password ${password}\n`);
    const firm = new Set(
      matches(textOf('db/seeds/alder-and-tide/firm.ts'), /email: at\('(\w+)'\)/g),
    );
    const named = matches(all, address);
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((email) => !firm.has(email))).toEqual([]);
  });

  test('words of pages are those of the catalogue', () => {
    const shown = matches(documentAt('docs/guide/first-hour.md'), /\*\*([^*]+)\*\*/g);
    const sentences = tracked
      .filter((file) => /^(web\/catalogue|sandbox\/pages)\//.test(file))
      .map(textOf)
      .join('\n');
    expect(shown.length).toBeGreaterThan(15);
    expect(shown.filter((words) => !sentences.includes(words))).toEqual([]);
  });

  test('every figure of ours is in the operator’s guide, and no other', () => {
    const code = tracked
      .filter((file) => /^(server|activities|db)\//.test(file))
      .map(textOf)
      .join('\n');
    const declared = new Set(matches(code, /name: '(throughline_\w+)'/g));
    const told = new Set(matches(documentAt('docs/guide/operator.md'), /`(throughline_\w+)`/g));
    expect(sorted(told)).toEqual(sorted(declared));
  });

  test.each(['twilio', 'openphone'] as const)(
    'what follows from a code of %s is what the code does',
    (provider) => {
      const rows = matchesOf(
        documentAt(`docs/providers/${provider}.md`),
        /^\| (\d{5,7}) \|[^|]*\| `([\w-]+)` \|$/gm,
      );
      const told = rows.map(([code, action]) => `${code} ${action}`);
      const done = refusalsOf(provider).map(({ code, action }) => `${code} ${action}`);
      expect(told.toSorted()).toEqual(done.toSorted());
    },
  );
});

describe('what documents name', () => {
  test('files and folders exist', () => {
    const named = documents.flatMap((document) =>
      codeWords(document)
        .filter(isPath)
        .map((word) => `${document.path}: ${word}`),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((entry) => !existsSync(entry.split(': ')[1] ?? ''))).toEqual([]);
  });

  test('functions of the architecture are in the code', () => {
    const code = tracked
      .filter((file) => /^[a-z]+\/.*\.tsx?$/.test(file))
      .map(textOf)
      .join('\n');
    const words = new Set(matches(code, /\b([a-z]+[A-Z]\w*)\b/g));
    const named = codeWords({ path: '', text: documentAt('ARCHITECTURE.md') }).flatMap((word) =>
      matches(word, /^([a-z]+[A-Z]\w*)(?:\(.*\))?$/g),
    );
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((name) => !words.has(name))).toEqual([]);
  });

  test('links between documents resolve', () => {
    const broken = documents.flatMap((document) =>
      matches(document.text, /\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g)
        .filter((target) => !existsSync(path.join(path.dirname(document.path), target)))
        .map((target) => `${document.path}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test('the grid has every folder of every feature', () => {
    const grid = documentAt('ARCHITECTURE.md');
    const folders = ['domain', 'workflows', 'activities', 'server', 'web', 'db'].flatMap(foldersIn);
    expect(folders.length).toBeGreaterThan(40);
    expect(folders.filter((folder) => !grid.includes(`\`${folder}\``))).toEqual([]);
  });

  test('the picture of the README is small enough to load at once', () => {
    expect(statSync('docs/pictures/inbox.png').size).toBeLessThan(200_000);
  });
});

describe('decisions', () => {
  const files = readdirSync('docs/decisions').toSorted();

  test('are numbered without gap or clash', () => {
    expect(files.map((file) => Number(file.slice(0, 3)))).toEqual(files.map((_, at) => at + 1));
  });

  test.each(files)('%s says when, how it stands, why, what and what of it', (file) => {
    const text = textOf(`docs/decisions/${file}`);
    expect(text).toMatch(
      new RegExp(`^# ${file.slice(0, 3)} .+\n\n20\\d\\d-\\d\\d-\\d\\d\\. (Accepted|Superseded)`),
    );
    expect(matches(text, /^## (.+)$/gm)).toEqual(['Context', 'Decision', 'Consequences']);
  });

  test('that the code or a document refers to are there', () => {
    const numbers = new Set(files.map((file) => file.slice(0, 3)));
    const referred = tracked.flatMap((file) => matches(textOf(file), /\bdecision (\d{3})\b/gi));
    expect(referred.length).toBeGreaterThan(5);
    expect(referred.filter((number) => !numbers.has(number))).toEqual([]);
  });
});

describe('no file', () => {
  const own = tracked.filter((file) => !file.startsWith('test/docs/'));

  test('names the machine that it was written on', () => {
    const here = process.cwd();
    const isTelling = here.split('/').length > 2;
    const clone = isTelling ? here.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`) : '/work/';
    expect(placesOf(new RegExp(`${clone}|/work/|/home/\\w|C:\\\\Users`), own)).toEqual([]);
  });

  test('names a registry', () => {
    const hosts =
      /registry\.npmjs\.org|registry\.yarnpkg\.com|npm\.pkg\.github\.com|(proxy|sum)\.golang\.org/;
    expect(placesOf(hosts, own)).toEqual([]);
    expect(placesOf(/"resolved":/, ['package-lock.json'])).toEqual([]);
  });

  test('speaks of how or by whom it was made', () => {
    const telling =
      /co-authored-by|generated (by|with) (a|an|the) |language model|\bcoding agent|\bsub-?agents?\b|\bissue #?\d/i;
    expect(placesOf(telling, own)).toEqual([]);
  });

  test('refers to a document that is not here', () => {
    const names = new Set(
      tracked.filter((file) => file.endsWith('.md')).map((file) => path.basename(file)),
    );
    const code = own.filter((file) => /\.(ts|tsx|mjs|js|css)$/.test(file));
    const referred = code.flatMap((file) =>
      matches(textOf(file), /\b([\w-]+\.md)\b/g).map((name) => `${file}: ${name}`),
    );
    expect(referred.filter((entry) => !names.has(entry.split(': ')[1] ?? ''))).toEqual([]);
  });
});

/** The part before the firm's own domain. */
const address = /(\w+)@aldertide\.example/g;

const sorted = (names: Set<string>) => [...names].toSorted();

const isTestSupport = (file: string) => file.startsWith('test/support/');

const roots = new Set(tracked.map((file) => file.split('/')[0]));

/** A file of ours as documents write it: from the root, or a name at the root. */
const isPath = (word: string) =>
  /^[\w.-]+(\/[\w.-]+)+\/?$/.test(word) &&
  roots.has(word.split('/')[0]) &&
  !word.startsWith('.data');

function foldersIn(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .filter((entry) => tracked.some((file) => file.startsWith(`${root}/${entry.name}/`)))
    .map((entry) => `${root}/${entry.name}`);
}
