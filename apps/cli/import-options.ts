import { type Command, Option } from 'commander';
import { importFormats } from '#connectors/registry.js';
import {
  type DateFormat,
  dateFormats,
  type Grain,
  grains,
  type LineIds,
  lineIds,
  type TextEncoding,
  textEncodings,
} from '#domain/files/reading.js';
import { type ImportSettings } from '#pipeline/import/import-request.js';
import { CommandError, pairs } from './output.js';

export interface ImportOptions {
  org: string;
  createOrg?: boolean;
  class?: 'synthetic' | 'public' | 'personal';
  timezone?: string;
  k?: number;
  bands?: 'on' | 'off';
  name?: string;
  map?: string;
  kinds?: string;
  encoding?: TextEncoding;
  dateFormat?: DateFormat;
  zone?: string;
  fixed?: string;
  grain?: Grain;
  ids?: LineIds;
  counts?: string;
  profile?: string;
  saveProfile?: string;
  completeThrough?: string;
  source?: string;
  dryRun?: boolean;
  strict?: boolean;
  snapshot?: string;
  approve?: boolean;
  again?: boolean;
  json?: boolean;
}

type Reading<T> = (text: string) => T;

export function addImportOptions(command: Command, whole: Reading<number>, day: Reading<string>): Command {
  return command
    .description(
      `${importFormats.map(({ key }) => key).join(', ')}; auto = told from the content; or: import undo | approve | refuse <number of the import>`,
    )
    .requiredOption('--org <slug>', 'organisation')
    .option('--create-org', 'make the organisation when it does not exist')
    .option('--name <name>', 'its name')
    .addOption(new Option('--class <class>', 'what its people are').choices(['synthetic', 'public', 'personal']))
    .option('--timezone <zone>', 'its zone, such as Europe/Paris')
    .option('--k <number>', 'fewest people that a figure may be about', whole)
    .addOption(new Option('--bands <word>', 'whether small counts are banded').choices(['on', 'off']))
    .option('--map <pairs>', 'canonical=column,…')
    .option('--kinds <pairs>', 'kind=word,…')
    .addOption(new Option('--encoding <name>', 'of the text; told from the file otherwise').choices(textEncodings))
    .addOption(
      new Option('--date-format <letters>', 'how instants and days are written, if not as ISO').choices(dateFormats),
    )
    .option('--zone <name>', 'zone of instants without an offset, such as Europe/Paris')
    .option('--fixed <pairs>', 'canonical=value,… for every row')
    .addOption(new Option('--grain <word>', 'what a row of events tells of').choices(grains))
    .addOption(
      new Option('--ids <word>', 'what tells a row of events from others; content = no column does').choices(lineIds),
    )
    .option('--counts <pairs>', 'kind=column,… that count the acts of a day')
    .option('--profile <name>', 'read it as files of this source are read')
    .option('--save-profile <name>', 'keep how it was read, for the next file of this source')
    .option('--source <name>', 'source whose identifiers these are')
    .option('--complete-through <day>', 'last day of which the file has everything', day)
    .option(
      '--snapshot <day>',
      'the file holds everybody of that day: who is not in it left, who is elsewhere moved',
      day,
    )
    .option('--approve', 'also where so many leave or move that it is held otherwise')
    .option('--again', 'also where its events are in under another source, and then count twice')
    .option('--dry-run', 'only say what would happen')
    .option('--strict', 'all or nothing')
    .option('--json', 'machine-readable answer');
}

export function settingsOf(options: ImportOptions): ImportSettings {
  const { map, kinds, completeThrough, dryRun, strict, source, snapshot, approve, again } = options;
  const { encoding, dateFormat, zone, fixed, grain, ids, counts } = options;
  if (completeThrough && !/^\d{4}-\d{2}-\d{2}$/.test(completeThrough)) {
    throw new CommandError('--complete-through is a day, such as 2026-11-15.', 'bad_date', 2);
  }
  return {
    ...(map ? { map: pairs(map) } : {}),
    ...(kinds ? { kinds: pairs(kinds) } : {}),
    ...(encoding ? { encoding } : {}),
    ...(dateFormat ? { dateFormat } : {}),
    ...(zone ? { zone } : {}),
    ...(fixed ? { fixed: pairs(fixed) } : {}),
    ...(grain ? { grain } : {}),
    ...(ids ? { ids } : {}),
    ...(counts ? { counts: pairs(counts) } : {}),
    ...(completeThrough ? { completeThrough } : {}),
    ...(source ? { source } : {}),
    ...(dryRun ? { dryRun } : {}),
    ...(strict ? { strict } : {}),
    ...(snapshot ? { snapshot } : {}),
    ...(approve ? { approve } : {}),
    ...(again ? { again } : {}),
  };
}
