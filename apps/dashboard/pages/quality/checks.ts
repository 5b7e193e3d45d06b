import { type Quality } from '#contract/quality.js';

/** What is looked at, in the order of the page. */
export const checkKeys = [
  'unassigned',
  'entities',
  'gaps',
  'ahead',
  'conflicts',
  'repeated',
  'approximate',
  'silenced',
] as const;
export type CheckKey = (typeof checkKeys)[number];

/** mend: somebody has to do something. know: true of the data, and to be known when they are read. fine: nothing found. */
export type Verdict = 'fine' | 'mend' | 'know' | 'unknown';

export interface Check {
  key: CheckKey;
  verdict: Verdict;
  /** How many there are, of what the check counts; null where a share or a number of people stands for it. */
  count: number | null;
}

/** Seconds that a clock may be ahead before it matters: an hour moves acts to another hour of the week, or another day. */
const aheadThatMatters = 300;
/** Fewer refused lines of days to come are slips in a date, which no clock explains and nothing counts. */
const futureThatMatters = 10;
/** From this share on the hours of the week and the delays of answers speak of something else than of when people act. */
const approximateThatMatters = 0.05;

/** Sources that have told anything: of one whose only import was undone nothing can be missing, nor all be there. */
export const heardSources = ({ sources }: Quality): Quality['sources'] =>
  sources.filter(({ firstDay }) => firstDay !== null);

/** Dates ahead of their arrival in a source: what was taken nevertheless, and what its last file was refused for. */
export const aheadIn = ({ id, ahead }: Quality['sources'][number], { refused }: Pick<Quality, 'refused'>): number =>
  refused
    .filter(({ code, source }) => code === 'future_timestamp' && source === id)
    .reduce((sum, { lines }) => sum + lines, ahead);

/** What is looked at in the events that are kept. */
const ofEvents: ReadonlySet<CheckKey> = new Set(['unassigned', 'gaps', 'repeated', 'approximate']);

/** Says of each check how it stands; pure, so that the sentence above and the list below agree. */
export function checksOf(quality: Quality): Check[] {
  const { sources, refused, silenced, unassigned } = quality;
  const total = (of: (source: Quality['sources'][number]) => number) =>
    sources.reduce((sum, source) => sum + of(source), 0);
  const lines = (code: string) => refused.filter((one) => one.code === code).reduce((sum, one) => sum + one.lines, 0);
  const counted = (key: CheckKey, count: number, verdict: Verdict = 'mend'): Check => ({
    ...{ key, count },
    verdict: count > 0 ? verdict : 'fine',
  });
  const late = sources.some(({ aheadSeconds }) => (aheadSeconds ?? 0) >= aheadThatMatters);
  const future = lines('future_timestamp');
  const approximate = sources.filter((source) => (source.approximate ?? 0) >= approximateThatMatters).length;
  const dated = sources.some((source) => source.approximate !== null);
  const all: Check[] = [
    {
      ...{ key: 'unassigned', count: null },
      verdict: unassigned ? (unassigned.people.high > 0 ? 'mend' : 'fine') : 'unknown',
    },
    counted('entities', lines('unknown_entity')),
    counted(
      'gaps',
      total(({ gaps }) => gaps.reduce((sum, { days }) => sum + days, 0)),
    ),
    counted('ahead', total(({ ahead }) => ahead) + future, late || future >= futureThatMatters ? 'mend' : 'know'),
    counted(
      'conflicts',
      total(({ conflicts }) => conflicts),
    ),
    counted(
      'repeated',
      total(({ repeatedIds }) => repeatedIds),
      'know',
    ),
    dated ? counted('approximate', approximate, 'know') : { key: 'approximate', count: null, verdict: 'unknown' },
    silenced
      ? counted('silenced', silenced.filter(({ how }) => how === 'not').length, 'know')
      : { key: 'silenced', count: null, verdict: 'unknown' },
  ];
  // Of data that are gone, or never came, nothing is in order: only what arrivals were refused for is known.
  const isEmpty = heardSources(quality).length === 0;
  return all.map((check) =>
    isEmpty && ofEvents.has(check.key) ? { key: check.key, count: null, verdict: 'unknown' } : check,
  );
}
