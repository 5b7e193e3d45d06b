import { type Command, Option } from 'commander';
import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { indicatorKeys, type IndicatorKey, indicatorOf } from '#domain/indicators/catalogue.js';
import { type ExactRow } from '#pipeline/exact/exact-row.js';
import { exactRows } from '#pipeline/exact/exact-rows.js';
import { type ExactWindow, exactWindows } from '#pipeline/exact/periods.js';
import { type ExactSlicing } from '#storage/exact/exact.sql.js';
import { noteAlone } from '#storage/audit/audit-log.js';
import { horizonOf, organizationBySlug, type OrganizationFacts } from '#storage/organization/organization.js';
import { PublicationRepository } from '#storage/publication/publication.repository.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { type Installation } from './installation.js';
import { answer, CommandError } from './output.js';
import { type PublishedRow, publishedRows } from './published-rows.js';
import { whyMissing, whyNothing } from './why-nothing.js';

interface IndicatorOptions {
  org: string;
  indicator: string;
  by: ExactSlicing;
  window?: string;
  from?: string;
  to?: string;
  exact?: boolean;
  json?: boolean;
}

type On = (command: (installation: Installation) => Promise<number>) => () => Promise<void>;

/** Adds `essor indicators`. */
export function addIndicators(program: Command, on: On, day: (text: string) => string): void {
  program
    .command('indicators')
    .description('published numbers, or exact ones for whoever holds the database')
    .option('--list', 'name them all')
    .option('--org <slug>', 'organisation')
    .option('--indicator <keys>', 'K20,K04.act,…')
    .addOption(
      new Option('--by <slicing>', 'one row for each')
        .choices(['organisation', 'entity', 'wave', 'level'])
        .default('organisation'),
    )
    .option('--window <window>', 'day, 7, 28, 84, 91, 182, 365 or month')
    .option('--from <day>', 'first period end', day)
    .option('--to <day>', 'last period end', day)
    .option('--exact', 'straight from activity; audited')
    .option('--json', 'machine-readable answer')
    .action(async (options: Partial<IndicatorOptions> & { list?: boolean }) => {
      if (options.list) {
        process.exitCode = listIndicators(options.json);
        return;
      }
      const { org, indicator } = options;
      if (!org || !indicator)
        throw new CommandError('indicators needs --org and --indicator, or --list.', 'missing_option', 2);
      await on((installation) => readIndicators(installation, { by: 'organisation', ...options, org, indicator }))();
    });
}

function listIndicators(json: boolean | undefined): number {
  const list = indicatorKeys.map((key) => {
    const { title, meaning, unit, windows } = indicatorOf(key);
    return { key, title, meaning, unit, windows };
  });
  answer(json, list, () => list.map(({ key, title, meaning }) => `${key.padEnd(16)} ${title.en} – ${meaning.en}`));
  return 0;
}

/** Published numbers, or with `--exact` (audited) what activity says at any size. */
export async function readIndicators(installation: Installation, options: IndicatorOptions): Promise<number> {
  const keys = options.indicator.split(',').map(keyOf);
  const window = options.window === undefined ? undefined : windowOf(options.window);
  const work = await installation.as('work');
  const organization = await organizationBySlug(work, options.org);
  return withinOrganization(organization.id, async () => {
    const to = options.to ?? (await lastDay(work, organization, options.exact === true));
    const from = options.from ?? to;
    let rows: WrittenRow[];
    let waiting: { slice: string; weekEnd: string }[] = [];
    if (options.exact) {
      const detail = { indicators: keys, by: options.by, window, from, to };
      await noteAlone(work, { organizationId: organization.id, accountId: null, action: 'exact', detail });
      rows = await exactRows(work, organization, {
        indicators: keys,
        by: options.by,
        from,
        to,
        ...(window ? { window } : {}),
      });
    } else {
      ({ rows, waiting } = await publishedRows(await installation.as('read'), organization, {
        indicators: keys,
        by: options.by,
        from,
        to,
        ...(window ? { window } : {}),
      }));
    }
    answer(options.json, rows, () => rows.map(line));
    if (rows.length === 0) console.error(await whyNothing(work, organization, { by: options.by, from, to }));
    else if (waiting.length > 0) console.error(whyMissing(waiting));
    return 0;
  });
}

/** Where nobody said it: the last published week, on which the pages open too; straight from activity, the last day. */
async function lastDay(db: DataSource, organization: OrganizationFacts, isExact: boolean): Promise<Day> {
  const [week] = isExact ? [] : await new PublicationRepository(db).weeks(organization.id);
  return week?.weekEnd ?? horizonOf(organization) ?? '1970-01-01';
}

const isKey = (text: string): text is IndicatorKey => (indicatorKeys as string[]).includes(text);

export function keyOf(text: string): IndicatorKey {
  if (isKey(text)) return text;
  throw new CommandError(
    `There is no indicator ${text}; \`essor indicators --list\` names them.`,
    'unknown_indicator',
    2,
  );
}

export function windowOf(text: string): ExactWindow {
  const found = exactWindows.find((window) => window === text);
  if (found) return found;
  throw new CommandError(`A window is one of ${exactWindows.join(', ')}.`, 'unknown_window', 2);
}

type WrittenRow = ExactRow & Partial<Pick<PublishedRow, 'numeratorEnds' | 'denominatorEnds'>>;

/** One line of text: a count that is published as an interval is written with both of its ends. */
export function line(row: WrittenRow): string {
  const value = row.value === null ? '–' : String(Math.round(row.value * 10_000) / 10_000);
  const [numerator, denominator] = [
    row.numeratorEnds?.join('–') ?? row.numerator ?? '–',
    row.denominatorEnds?.join('–') ?? row.denominator,
  ];
  const of = denominator === null ? '' : `  ${numerator}/${denominator}`;
  const until = row.cohortEnd && row.cohortEnd !== row.cohort ? `–${row.cohortEnd}` : '';
  const lag = row.lag === undefined ? '' : `  ${row.cohort}${until} +${row.lag}`;
  return `${row.periodEnd}  ${row.indicator.padEnd(10)} ${String(row.window).padEnd(6)} ${row.slice}${lag}  ${value}${of}`;
}
