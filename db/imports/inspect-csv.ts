import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { emailAddress } from '#domain/contacts/email-address.ts';
import { readPhone } from '#domain/contacts/phone-number.ts';
import {
  type Delimiter,
  delimiters,
  type FileEncoding,
  type Inspection,
  type NotAList,
} from '#domain/imports/file-inspection.ts';
import { isBroken, readLines } from './csv.ts';
import { ByteSurvey, encodingOfHead } from './encoding.ts';

/**
 * What an uploaded file holds: its encoding, delimiter, header and first rows; or why it is no list of
 * contacts. Reads the whole file once, at flat memory, because a stray byte at its end decides its encoding.
 */
export async function inspectCsv(path: string, limits: { maxBytes: number }): Promise<Inspection> {
  const { size } = await stat(path);
  if (size > limits.maxBytes) return refused('too-large');
  const head = await headOf(path);
  const foreign = foreignFormat(head);
  if (foreign) return refused(foreign);

  const survey = await surveyOf(path);
  const marked = encodingOfHead(head);
  if (!marked && survey.hasZero) return refused('binary');
  const encoding = marked ?? survey.encoding;
  if (!encoding) return refused('unknown-encoding');

  const text = new TextDecoder(encoding).decode(head);
  if (text.trim() === '') return refused('empty');
  const delimiter = likeliestDelimiter(text);
  try {
    const [header = [], ...sample] = await firstRows(path, encoding, delimiter);
    if (sample.length === 0) return refused(looksLikeData(header) ? 'no-header' : 'header-only');
    if (looksLikeData(header)) return refused('no-header');
    const estimatedRows = Math.max(survey.lines - 1, sample.length);
    return {
      kind: 'list',
      file: { encoding, delimiter, header, sample, bytes: size, estimatedRows },
    };
  } catch (error) {
    if (isBroken(error)) return refused('broken-quotes');
    throw error;
  }
}

const refused = (reason: NotAList): Inspection => ({ kind: 'refused', reason });

const sampleRows = 100;
const headBytes = 64 * 1024;

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function surveyOf(path: string): Promise<ByteSurvey> {
  const survey = new ByteSurvey();
  for await (const piece of createReadStream(path)) survey.add(piece as Buffer);
  return survey;
}

/** What people upload in a list's place. */
function foreignFormat(head: Buffer): NotAList | null {
  const start = head.toString('latin1', 0, 4);
  if (start === '%PDF') return 'pdf';
  if (start === '\xD0\xCF\x11\xE0') return 'excel-workbook';
  if (start === 'PK\x03\x04')
    return head.includes('xl/') || head.includes('[Content_Types].xml')
      ? 'excel-workbook'
      : 'archive';
  if (start.startsWith('\x1F\x8B') || start === 'Rar!') return 'archive';
  return /^\s*<(?:!doctype|html|\?xml)/i.test(head.toString('latin1', 0, 200)) ? 'web-page' : null;
}

/** The delimiter that parts the first lines into the most columns, counted outside quotes. */
function likeliestDelimiter(text: string): Delimiter {
  const lines = text
    .replaceAll(/"(?:[^"]|"")*"/g, '""')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const score = (delimiter: Delimiter): number => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const [inHeader = 0] = counts;
    return inHeader * counts.filter((count) => count === inHeader).length;
  };
  return delimiters.reduce((best, delimiter) =>
    score(delimiter) > score(best) ? delimiter : best,
  );
}

/** The header and the first rows. */
async function firstRows(
  path: string,
  encoding: FileEncoding,
  delimiter: Delimiter,
): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of readLines(path, { encoding, delimiter })) {
    rows.push(cells);
    if (rows.length > sampleRows) break;
  }
  return rows;
}

/** A first line with an e-mail or a number in it names no columns: it is a person. */
const looksLikeData = (header: readonly string[]): boolean =>
  header.some((cell) => emailAddress(cell) !== null || readPhone(cell, 'US').kind === 'usable');
