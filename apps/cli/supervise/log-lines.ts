import { type Readable } from 'node:stream';
import { createInterface } from 'node:readline';

const levels: Record<number, string> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'ERROR', 60: 'FATAL' };
// What every pino line has and nobody wants to read again and again.
const silent = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'name', 'v']);

function inWords(value: unknown): string {
  if (typeof value === 'string') return /[\s"]/.test(value) ? JSON.stringify(value) : value;
  return JSON.stringify(value);
}

function errorInWords(value: unknown): string {
  const error = value as { message?: string; stack?: string };
  return error.stack ?? error.message ?? inWords(value);
}

/** A pino line as a sentence with its fields behind it; anything else as it is. */
export function readableLine(line: string): string {
  if (!line.startsWith('{')) return line;
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return line;
  }
  if (typeof fields.level !== 'number') return line;
  const time = typeof fields.time === 'number' ? new Date(fields.time).toISOString().slice(11, 19) : '';
  const { err, ...rest } = fields;
  const details = Object.entries(rest)
    .filter(([key]) => !silent.has(key))
    .map(([key, value]) => `${key}=${inWords(value)}`);
  const parts = [time, (levels[fields.level] ?? String(fields.level)).padEnd(5), fields.msg, ...details];
  const sentence = parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
  return err === undefined ? sentence : `${sentence}\n${errorInWords(err)}`;
}

/** Passes every line of a process on, each behind the name of that process. */
export function forwardLines(from: Readable, prefix: string, write: (line: string) => void): void {
  createInterface({ input: from, crlfDelay: Infinity }).on('line', (line) => {
    for (const part of readableLine(line).split('\n')) write(`${prefix} ${part}`);
  });
}
