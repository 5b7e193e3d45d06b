import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type DemoFile, type DemoFileKind, type DemoOptions } from '../scenario.js';
import { dayNumber } from '../timeline.js';
import { writeDemo } from '../write-demo.js';

export type Row = Record<string, string>;

/** A demo written to a folder of its own and read back as anybody would. */
export interface WrittenDemo {
  files: DemoFile[];
  rows: Record<DemoFileKind, Row[]>;
  /** Canonical person of an actor, by id or alias; undefined for strangers. */
  personOf: (actor: string) => string | undefined;
  /** Rows of `people` that hold on a day, without service accounts. */
  roster: (day: number) => Map<string, Row>;
}

export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'essor-demo-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function writtenDemo(options: DemoOptions): Promise<WrittenDemo> {
  return inFolder(async (folder) => {
    const files = await writeDemo(folder, options);
    const rows: WrittenDemo['rows'] = {
      entities: [],
      people: [],
      waves: [],
      members: [],
      groups: [],
      mandates: [],
      actions: [],
      attendance: [],
      shocks: [],
      surveys: [],
      answers: [],
      governance: [],
      appointments: [],
      reports: [],
      events: [],
    };
    for (const file of files) {
      const text = await readFile(file.path, 'utf8');
      const read = file.kind === 'events' ? split(text) : parse<Row>(text, { columns: true });
      for (const row of read) rows[file.kind].push(row);
    }
    const known = new Map<string, string>();
    for (const { person_id: id = '', aliases = '' } of rows.people) {
      for (const name of [id, ...aliases.split(';')]) if (name) known.set(name, id);
    }
    return { files, rows, personOf: (actor) => known.get(actor), roster: (day) => rosterOn(rows.people, day) };
  });
}

/** Events hold no quoted field, and there are many. */
function split(text: string): Row[] {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const row: Row = {};
    line.split(',').forEach((value, position) => (row[columns[position] ?? ''] = value));
    return row;
  });
}

export const opens = (text: string | undefined): number => (text ? dayNumber(text) : Number.NEGATIVE_INFINITY);
export const closes = (text: string | undefined): number => (text ? dayNumber(text) : Number.POSITIVE_INFINITY);

const rosterOn = (people: readonly Row[], day: number): Map<string, Row> =>
  new Map(
    people
      .filter((row) => row.bot !== 'true' && opens(row.valid_from) <= day && day < closes(row.valid_to))
      .map((row) => [row.person_id ?? '', row]),
  );

/** Wave of each entity: its own listing, else that of the nearest ancestor. */
export function waveOfEntity(rows: WrittenDemo['rows']): Map<string, string> {
  const listed = new Map<string, string>();
  for (const wave of rows.waves)
    for (const id of (wave.entities ?? '').split(';')) if (id) listed.set(id, wave.wave_id ?? '');
  const parents = new Map(rows.entities.map((entity) => [entity.entity_id ?? '', entity.parent_id ?? '']));
  const found = new Map<string, string>();
  for (const id of parents.keys()) {
    for (let at = id; at; at = parents.get(at) ?? '') {
      const wave = listed.get(at);
      if (wave === undefined) continue;
      found.set(id, wave);
      break;
    }
  }
  return found;
}
