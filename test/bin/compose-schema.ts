import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

// The reference implementation carries the schema.
const version = 'v2.16.2';
const file = 'schema/compose-spec.json';

/** The JSON schema of compose files; undefined where neither Go's module proxy nor GitHub can be reached. */
export async function composeSchema(): Promise<object | undefined> {
  const text = fromGoModule() ?? (await fromGitHub());
  return text === undefined ? undefined : (JSON.parse(text) as object);
}

function fromGoModule(): string | undefined {
  const module = `github.com/compose-spec/compose-go/v2@${version}`;
  try {
    const answer = execFileSync('go', ['mod', 'download', '-json', module], {
      cwd: '/',
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 30_000,
    });
    const { Dir } = JSON.parse(answer) as { Dir: string };
    return readFileSync(path.join(Dir, file), 'utf8');
  } catch {
    return undefined; // no Go, or no way to its proxy
  }
}

async function fromGitHub(): Promise<string | undefined> {
  const url = `https://raw.githubusercontent.com/compose-spec/compose-go/${version}/${file}`;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined; // no way there from here
  }
}
