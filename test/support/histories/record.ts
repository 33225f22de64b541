import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { workflowBundle } from '../workflow-bundle.ts';
import { isRecorded, prefixOf, writeHistory } from './files.ts';
import { workflowTypeOf, type History } from './history.ts';
import { breakagesOn, type NamedHistory } from './play.ts';
import { whatItTells } from './search.ts';

/**
 * Takes the history of a workflow that has run: it plays on today's code and names nobody.
 * With RECORD_HISTORIES set it is kept in `test/histories` for the tests of later versions, unless one
 * of this name is there: a shape that was recorded stays as it was.
 * @param name `<type>-<shape>`, such as `contact-import-killed`
 * @param runId of an earlier run under the same id; else the last
 * @throws where it does not play, tells what it may not, or the name is of another type
 */
export async function recordHistory(
  client: Client,
  workflowId: string,
  name: string,
  runId?: string,
): Promise<History> {
  const history = await historyOf(client, workflowId, runId);
  await check({ name, history });
  if (process.env.RECORD_HISTORIES && !isRecorded(name)) writeHistory({ name, history });
  return history;
}

/** What the engine has written down of one run, as it would be kept. */
export async function historyOf(
  client: Client,
  workflowId: string,
  runId?: string,
): Promise<History> {
  const told = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  return withoutMachine(JSON.parse(historyToJSON(told)) as History);
}

async function check({ name, history }: NamedHistory): Promise<void> {
  const type = workflowTypeOf(history);
  if (!name.startsWith(`${prefixOf(type)}-`)) {
    throw new Error(`${name} is a history of ${type}: its name begins with ${prefixOf(type)}-.`);
  }
  const { code } = await workflowBundle();
  const [broken] = await breakagesOn(code, [{ name, history }]);
  if (broken) throw new Error(broken.sentence);
  const [finding] = whatItTells(history);
  if (finding) throw new Error(`The history ${name} tells ${finding}`);
}

/** Which build in which process of which machine did a task says nothing to a later version. */
const ofMachine = new Set(['workerVersion', 'requestId', 'taskId', 'meteringMetadata']);

function withoutMachine(history: History): History {
  const text = JSON.stringify(history, (key, value: unknown) => {
    if (ofMachine.has(key)) return undefined;
    if (key === 'stackTrace') return '';
    return typeof value === 'string' ? nameless(key, value) : value;
  });
  return JSON.parse(text) as History;
}

/** Processes and sticky queues are called by pid and host; a failed call says whom it could not reach. */
function nameless(key: string, value: string): string {
  if (/^\d+@[\w.-]+$/.test(value)) return 'worker';
  return key === 'message' ? value.replaceAll(/\S*\d+(?:\.\d+){3}(?::\d+)?/g, 'host') : value;
}
