import { stripVTControlCharacters } from 'node:util';

const mostLines = 14;
const mostOfLine = 200;

/**
 * What failed and how, in a few lines each: what stands last is what a reader of a long log sees first.
 * @param {import('./tally.mjs').VitestReport | undefined} report
 * @returns {string[]}
 */
export function failuresOf(report) {
  return (report?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const file = `${name}`.replace(/^.*\/(?=test\/)/, '');
    if (failed.length === 0 && message) return [`${file}\n${short(message)}`];
    return failed.map(
      ({ fullName, failureMessages = [] }) =>
        `${file}: ${fullName}\n${short(failureMessages.join('\n'))}`,
    );
  });
}

/** @param {string} words */
const short = (words) =>
  stripVTControlCharacters(words)
    .split('\n')
    .filter((line) => line.trim() && !/^\s+at /.test(line))
    .slice(0, mostLines)
    .map((line) => `    ${line.slice(0, mostOfLine)}`)
    .join('\n');
