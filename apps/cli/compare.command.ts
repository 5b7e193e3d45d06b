import { type Command, Option } from 'commander';
import { addressOf, sideNamed, type SideName } from '#domain/comparison/side.js';
import { type Difference } from '#domain/comparison/compare.js';
import { formatPoints } from '#domain/sentences/number-text.js';
import { say } from '#domain/sentences/say.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { type ComparedOrganization, ComparisonReader } from '#storage/publication/comparison-reader.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { keyOf, windowOf } from './indicators.command.js';
import { type Installation } from './installation.js';
import { answer, CommandError } from './output.js';

interface CompareOptions {
  org: string;
  sides: string;
  indicator: string;
  window?: string;
  week?: string;
  align: 'launch' | 'calendar';
  since?: string;
  json?: boolean;
}

type Run = (
  command: (installation: Installation, options: CompareOptions) => Promise<number>,
) => (options: CompareOptions) => Promise<void>;

/** Adds `essor compare`. */
export function addCompare(program: Command, run: Run, day: (text: string) => string): void {
  program
    .command('compare')
    .description('two sides by published values: the difference, how far it reaches, what would settle it')
    .requiredOption('--org <slug>', 'organisation')
    .requiredOption(
      '--sides <a,b>',
      'wave:KEY, rollout:opened, entity:NODE, population:managers, period:SUNDAY or organisation:SLUG',
    )
    .option('--indicator <key>', 'a rate', 'K20')
    .option('--window <days>', '7, 28, 91, 182 or 365')
    .option('--week <sunday>', 'as of this week', day)
    .addOption(
      new Option('--align <how>', 'weeks since launch, or the calendar')
        .choices(['launch', 'calendar'])
        .default('launch'),
    )
    .option('--since <sunday>', 'also how much more the first side changed since then', day)
    .option('--json', 'machine-readable answer')
    .action(run(compareSides));
}

/**
 * Published values of two sides, how far their difference reaches, and the three sentences. Exit code 1 where there is
 * nothing to compare.
 */
async function compareSides(installation: Installation, options: CompareOptions): Promise<number> {
  const read = await installation.as('read');
  const organization = await found(installation, options.org);
  const sides = options.sides.split(',').map(sideOf);
  const others = new Map<string, ComparedOrganization>();
  for (const { kind, key } of sides) if (kind === 'organisation') others.set(key, await found(installation, key));
  const window = options.window === undefined ? undefined : publishedWindow(options.window);
  const { align, week, since } = options;
  const wanted = { indicator: keyOf(options.indicator), sides, align, window, week, since };
  const { compared, change } = await withinOrganization(organization.id, () =>
    new ComparisonReader(read).read(organization, wanted, others),
  );
  refuseUnknown(sides, compared.series);
  if (change?.refusal === 'order')
    throw new CommandError(
      `--since ${change.from} is not before ${change.to}, the last Sunday that both sides tell: give an earlier Sunday, at which both were told.`,
      'bad_since',
      2,
    );
  const { latest, observed, reach, settle } = compared;
  const sentences = [observed, reach, settle].map((one) => ({ fr: say(one, 'fr'), en: say(one, 'en') }));
  const result = {
    indicator: wanted.indicator,
    align: compared.align,
    sides: latest && sides.slice(0, 2).map((side, place) => sideResult(side, latest.pair[place === 0 ? 0 : 1])),
    // The interval that may be defended: between entities. Between people alone, who resemble each other, there is none.
    difference: latest && { value: latest.difference.value, ...endsOf(latest) },
    betweenPeople: latest?.difference ?? null,
    reach: latest?.reach ?? null,
    caseMix: latest?.caseMix ?? null,
    change,
    sentences,
  };
  const figures = latest ? [figuresOf(latest)] : [];
  answer(options.json, result, () => [...new Set(sentences.map(({ en }) => en)), ...figures]);
  return latest === null ? 1 : 0;
}

/** Between entities, chance included; without a test what publication leaves open. */
const endsOf = ({ reach }: Difference) => {
  const { low, high } = reach.corrected ?? reach.published;
  return { low, high };
};

/** "Difference +20 points, 95% -4 to +46 between sites; n 170 and 641; p 0.12." */
function figuresOf(latest: Difference): string {
  const { difference, reach, pair } = latest;
  const points = (share: number) => formatPoints(share, 'en');
  const [{ value }, { low, high }] = [difference, endsOf(latest)];
  const between = reach.corrected
    ? `between ${reach.unit === 'site' ? 'sites' : 'entities'}`
    : 'by what is published, without chance';
  const people = pair.map(({ outcome }) => Math.round(outcome.n ?? 0)).join(' and ');
  const chance = reach.p === null ? '' : `; p ${chanceOf(reach.pLeast ?? reach.p, reach.p)}`;
  return `Difference ${points(value)}, ${reach.corrected ? '95% ' : ''}${points(low)} to ${points(high)} ${between}; n ${people}${chance}.`;
}

/** "p 0.21", and "p at least 0.08, at most 0.99 over the published counts" where they leave that open. */
function chanceOf(least: number, most: number): string {
  const [low, high] = [least.toPrecision(2), most.toPrecision(2)];
  return low === high ? high : `at least ${low}, at most ${high} over the published counts (the larger decides)`;
}

function refuseUnknown(asked: readonly SideName[], found: readonly { side: SideName }[]): void {
  const known = new Set(found.map(({ side }) => addressOf(side)));
  const unknown = asked.map(addressOf).filter((side) => !known.has(side));
  if (unknown.length > 0)
    throw new CommandError(
      `No such side, or nothing is published of it that week: ${unknown.join(', ')}.`,
      'unknown_side',
      2,
    );
}

function sideResult(
  { kind, key }: SideName,
  { weekEnd, outcome }: { weekEnd: string; outcome: { value: number | null; n: number | null } },
) {
  return { side: `${kind}:${key}`, weekEnd, value: outcome.value, n: outcome.n };
}

async function found(installation: Installation, slug: string): Promise<ComparedOrganization> {
  const { id, k } = await organizationBySlug(await installation.as('work'), slug);
  return { id, k, slug, name: slug };
}

function sideOf(text: string): SideName {
  const side = sideNamed(text.trim());
  if (!side)
    throw new CommandError(
      `"${text}" names no side; they are wave:KEY, rollout:opened, entity:NODE, population:managers, period:SUNDAY, organisation:SLUG.`,
      'bad_side',
      2,
    );
  return side;
}

function publishedWindow(text: string) {
  const window = ([7, 28, 91, 182, 365] as const).find((days) => String(days) === text);
  if (!window) throw new CommandError(`${windowOf(text)} is not a published window.`, 'window_not_published', 2);
  return window;
}
