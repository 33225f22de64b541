import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Processes by name, each standing for itself and whatever it started. */
export type Pids = ReadonlyMap<string, number>;

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** CPU seconds that each has used since it began, its children's included; as Linux counts them. */
export function cpuSeconds(pids: Pids): Map<string, number> {
  const processes = readdirSync('/proc').filter(isPid).flatMap(readStat);
  return new Map(
    [...pids].map(([name, pid]) => [name, treeTicks(processes, pid) / ticksPerSecond]),
  );
}

/** What each used between two looks. */
export function cpuBetween(before: Map<string, number>, after: Map<string, number>) {
  return new Map([...after].map(([name, seconds]) => [name, seconds - (before.get(name) ?? 0)]));
}

interface Stat {
  pid: number;
  parent: number;
  /** Its own, and of children that have ended. */
  ticks: number;
}

const isPid = (name: string) => /^\d+$/.test(name);

function readStat(pid: string): Stat[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return [{ pid: Number(pid), parent: Number(fields[1]), ticks }];
  } catch {
    return []; // it has ended since the folder was read
  }
}

function treeTicks(processes: readonly Stat[], root: number): number {
  const own = processes.find(({ pid }) => pid === root)?.ticks ?? 0;
  const children = processes.filter(({ parent }) => parent === root);
  return children.reduce((sum, child) => sum + treeTicks(processes, child.pid), own);
}
