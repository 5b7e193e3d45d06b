import { type NetworkExport, networkExports } from '#domain/files/network-exports.js';
import { type Grain, type LineIds } from '#domain/files/reading.js';
import { type Columns } from './csv/header.js';
import {
  directoryColumns,
  parseEntitiesCsv,
  parseGroupsCsv,
  parseMandatesCsv,
  parseMembersCsv,
  parsePeopleCsv,
  parseWavesCsv,
} from './csv/parse-directory.js';
import { factFormats } from './declared/parse-facts.js';
import { eventColumns, parseEventsCsv } from './csv/parse-events.js';
import { type TableOptions } from './csv/table.js';
import { type ByteStream } from './csv/text-stream.js';
import { parseDiscourse } from './discourse/parse-discourse.js';
import { parseExo } from './exo/parse-exo.js';
import { type FileInput } from './file-input.js';
import { parseHumhub } from './humhub/parse-humhub.js';
import { type ImportItem, type RowType, type RowTypes, type TypedRow } from './import-item.js';
import { parseM365 } from './m365/parse-m365.js';
import { parseMattermostExport } from './mattermost/parse-mattermost.js';
import { type Parsed } from './rejection.js';
import { parseRocketchat } from './rocketchat/parse-rocketchat.js';
import { parseSlackAnalytics } from './slack/parse-slack-analytics.js';
import { parseSlack } from './slack/parse-slack.js';
import { parseWorkplace } from './workplace/parse-workplace.js';
import { parseYammer } from './yammer/parse-yammer.js';
import { parseZulip } from './zulip/parse-zulip.js';

export interface ImportOptions extends TableOptions {
  now: Date;
  kinds?: Readonly<Record<string, string | readonly string[]>>;
  grain?: Grain;
  ids?: LineIds;
  counts?: Readonly<Record<string, string>>;
  /** Called with each word of a table of events that means no kind. */
  onUnknownWord?: (word: string) => void;
}

/** A way to read a file. */
export interface ImportFormat {
  /** The word for it on the command line and in the database. */
  key: string;
  /** The types of row that it may give. */
  gives: readonly RowType[];
  /** Null where the file has no columns to map. */
  columns: Columns | null;
  /** Its people are those of a network, which knows of no entity: where they are known to be, they stay. */
  keepsPlaces?: true;
  parse(input: FileInput, options: ImportOptions): AsyncGenerator<ImportItem[]>;
}

/** Exports that tell of accounts and groups beside what was done. */
const withPeople = { gives: ['event', 'person', 'group'], columns: null, keepsPlaces: true } as const;

const networks: Record<NetworkExport, Omit<ImportFormat, 'key'>> = {
  mattermost: { ...withPeople, parse: parseMattermostExport },
  slack: { ...withPeople, parse: parseSlack },
  'slack-analytics': { ...withPeople, gives: ['event', 'person'], parse: parseSlackAnalytics },
  yammer: { ...withPeople, parse: parseYammer },
  m365: { gives: ['event'], columns: null, parse: (input, options) => parseM365(input.stream(), options) },
  exo: { gives: ['event'], columns: null, parse: (input, options) => parseExo(input.stream(), options) },
  humhub: { ...withPeople, parse: (input, options) => parseHumhub(input.stream(), options) },
  discourse: { ...withPeople, gives: ['event', 'person'], parse: parseDiscourse },
  workplace: { ...withPeople, gives: ['event', 'person'], parse: parseWorkplace },
  zulip: { ...withPeople, parse: parseZulip },
  rocketchat: { ...withPeople, parse: parseRocketchat },
};

/** Every way to read a file; a new source is a line in networkExports, one above, and one in event-sources.ts. */
export const importFormats: readonly ImportFormat[] = [
  table('events', 'event', eventColumns, parseEventsCsv),
  table('entities', 'entity', directoryColumns.entities, inBatches(parseEntitiesCsv)),
  table('people', 'person', directoryColumns.people, inBatches(parsePeopleCsv)),
  table('waves', 'wave', directoryColumns.waves, inBatches(parseWavesCsv)),
  table('members', 'member', directoryColumns.members, inBatches(parseMembersCsv)),
  table('groups', 'group', directoryColumns.groups, inBatches(parseGroupsCsv)),
  table('mandates', 'mandate', directoryColumns.mandates, inBatches(parseMandatesCsv)),
  ...factFormats.map(({ kind, columns, parse }) => table(kind, 'fact', columns, inBatches(parse))),
  ...networkExports.map((key) => ({ key, ...networks[key] })),
];

export function importFormat(key: string): ImportFormat | null {
  return importFormats.find((format) => format.key === key) ?? null;
}

type BatchParser<T> = (input: ByteStream, options: ImportOptions) => AsyncGenerator<Parsed<T>[]>;

function table<K extends RowType>(
  key: string,
  type: K,
  columns: Columns,
  parse: BatchParser<RowTypes[K]>,
): ImportFormat {
  return {
    key,
    gives: [type],
    columns,
    async *parse(input, options) {
      for await (const batch of parse(input.stream(), options)) yield batch.map((parsed) => asItem(type, parsed));
    },
  };
}

function asItem<K extends RowType>(type: K, parsed: Parsed<RowTypes[K]>): ImportItem {
  if ('rejection' in parsed) return { type: 'rejection', rejection: parsed.rejection };
  return { type, line: parsed.line, row: parsed.row } as TypedRow;
}

function inBatches<T>(parse: (input: ByteStream, options: ImportOptions) => AsyncGenerator<Parsed<T>>): BatchParser<T> {
  return async function* batches(input, options) {
    let batch: Parsed<T>[] = [];
    for await (const parsed of parse(input, options)) {
      if (batch.push(parsed) < 1000) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  };
}
