import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventKinds } from '#domain/events/kind.js';
import { importFormats } from './registry.js';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'formats.md'), 'utf8');
const section = (title: string) => page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
const codesIn = (text: string) => [...text.matchAll(/`([a-z_]+)`/g)].map((found) => found[1] ?? '');

/** Columns of a section's table, those that are needed apart. */
function columnsOf(text: string) {
  const rows = [...text.matchAll(/^\| `(\w+)` +\| (\w*)/gm)].map(([, name = '', needed = '']) => ({ name, needed }));
  return {
    required: rows.filter(({ needed }) => needed !== '' && needed !== 'either').map(({ name }) => name),
    either: rows.filter(({ needed }) => needed === 'either').map(({ name }) => name),
    optional: rows.filter(({ needed }) => needed === '').map(({ name }) => name),
  };
}

/** Every code that a reader gives to a line or a file, as its source writes it. */
function codesOfReaders(): string[] {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.includes('.spec.') && !file.includes('testing'));
  const text = sources.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n');
  const found = text.matchAll(
    /(?:code: |new CellError\(|new UnreadableFileError\(\s*|archiveError\(|reject\(line, )'([a-z_]+)'/g,
  );
  return [...new Set([...found].map((one) => one[1] ?? ''))];
}

describe('the page of formats', () => {
  it.each(importFormats.map(({ key, columns }) => ({ key, columns })))('tells the columns of $key', (format) => {
    expect(section(format.key)).not.toBe('');
    const { required, either, optional } = columnsOf(section(format.key));
    expect([...required].sort()).toEqual([...(format.columns?.required ?? [])].sort());
    expect(either).toEqual([...(format.columns?.either ?? [])]);
    expect([...optional].sort()).toEqual([...(format.columns?.optional ?? [])].sort());
  });

  it('tells every kind of event', () => {
    const line = section('events').match(/^Kinds: .*$/m)?.[0] ?? '';
    expect(codesIn(line)).toEqual([...eventKinds]);
  });

  it('tells every code of a refusal', () => {
    const told = new Set(codesIn(section('Why a line was refused') + section('Why a file was refused')));
    const codes = codesOfReaders();
    expect(codes.length).toBeGreaterThan(25);
    expect(codes.filter((code) => !told.has(code))).toEqual([]);
  });
});
