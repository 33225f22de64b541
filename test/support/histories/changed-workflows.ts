import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workflowBundle } from '../workflow-bundle.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A change to a file of `workflows/`, as somebody might make it. */
export interface Change {
  file: string;
  from: string;
  to: string;
}

/** The bundled code of a copy of the product's workflows in which this was changed. @throws where a `from` is not there */
export async function changedWorkflows(changes: readonly Change[]): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'throughline-workflows-'));
  try {
    for (const part of ['workflows', 'domain', 'package.json']) {
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const change of changes) makeIn(join(copy, 'workflows'), change);
    return (await workflowBundle(join(copy, 'workflows', 'index.ts'))).code;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function makeIn(workflows: string, { file, from, to }: Change): void {
  const path = join(workflows, file);
  const code = readFileSync(path, 'utf8');
  if (!code.includes(from)) throw new Error(`${file} has no "${from}" to change.`);
  writeFileSync(path, code.replace(from, to));
}
