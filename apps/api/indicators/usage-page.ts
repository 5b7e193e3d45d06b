import { Injectable } from '@nestjs/common';
import { type DatedMeasure, type Usage, type UsageQuery } from '#contract/usage.js';
import { addDays, type Day } from '#domain/calendar/day.js';
import { type IndicatorKey } from '#domain/indicators/catalogue.js';
import { hourOfWeek } from '#domain/indicators/hour-of-week.js';
import { personas } from '#domain/indicators/personas.js';
import { type IndicatorRow } from '#domain/indicators/rows.js';
import { unheardIn } from '#domain/indicators/untold.js';
import { before, datedOf, habitKeys, habitWeeks, ladderKeys, ladderOf, usageSentence } from '#domain/rollout/usage.js';
import { Problem } from '#runtime/problem.js';
import { type BoardOf, BoardRepository } from '#storage/publication/board.repository.js';
import { IndicatorReader } from '#storage/publication/indicator-reader.js';
import { freshnessOf } from '#pages/freshness.js';

const figures = {
  connection: 'K03b',
  engagement: 'K20',
  stickiness: 'K05',
  habitual: 'K12',
  dailyActive: 'K05b',
  return14d: 'K28',
} as const;
const intensity = { mean: 'K24', median: 'K24.median', topTenth: 'K24b', gini: 'K24b.gini' } as const;
const personaKeys = personas.map((persona) => `K23.${persona}` as const);
const latestKeys = [...Object.values(figures), ...Object.values(intensity), ...personaKeys, ...ladderKeys];

/** A year of segments. */
const weeksShown = 52;

@Injectable()
export class UsagePage {
  constructor(
    private readonly boards: BoardRepository,
    private readonly reader: IndicatorReader,
  ) {}

  async read(organization: { id: string; slug: string; k: number }, { week, node }: UsageQuery): Promise<Usage> {
    const { freshness, place, rhythm, unheard } = await this.hours(organization, week, node);
    if (!freshness || !place)
      return { ...nothing, week: freshness?.weekEnd ?? null, freshness: freshnessOf(freshness) };
    const sunday = freshness.weekEnd;
    const where = node === undefined ? { by: 'organisation' as const } : { by: 'entity' as const, nodes: [node] };
    const query = { ...where, to: sunday, population: 'everyone' };
    const [latest, earlier, past] = await Promise.all([
      this.reader.rows(organization, { ...query, keys: latestKeys, latest: true }),
      this.reader.rows(organization, { ...query, to: before(sunday), keys: ['K12'], latest: true }),
      this.reader.rows(organization, {
        ...{ ...query, keys: habitKeys, from: addDays(sunday, -7 * (weeksShown - 1)), latest: false },
      }),
    ]);
    const found = new Map(latest.rows.map((row) => [row.indicator, row]));
    const of = (key: IndicatorKey) => found.get(key) ?? null;
    return {
      ...{ week: sunday, freshness: freshnessOf(freshness), node: place, rhythm, unheard },
      sentence: usageSentence(of('K12'), earlier.rows[0] ?? null),
      figures: measuresOf(figures, of),
      ladder: ladderOf(of),
      habit: habitWeeks(past.rows),
      personas: personas.flatMap((persona) => {
        const measured = dated(of(`K23.${persona}`));
        return measured ? [{ persona, measured }] : [];
      }),
      intensity: measuresOf(intensity, of),
    };
  }

  /** Hours of the week of a place, as last published within four weeks. */
  private async hours(organization: BoardOf, week: Day | undefined, node: string | undefined) {
    const { board, freshness } = await this.boards.read(organization, {
      ...(week === undefined ? {} : { week }),
      back: 4,
      populations: ['rhythm'],
      days: [28],
      nodes: (draft) => [node ?? draft.publication.tree(draft.weeks.at(-1) ?? '').root?.key ?? ''],
    });
    const shown = freshness?.weekEnd ?? '';
    const tree = board.publication.tree(shown);
    const place = node === undefined ? tree.root : tree.place(node);
    if (freshness && node !== undefined && !place)
      throw new Problem('unknown_node', 404, 'This place is not published that week.');
    const at = (weekEnd: Day, hour: number) =>
      place ? board.publication.count([place.key], weekEnd, 'rhythm', 28, hourOfWeek(hour)) : null;
    const periodEnd = [...board.weeks].reverse().find((weekEnd) => at(weekEnd, 0) !== null);
    const hours = Array.from({ length: 168 }, (_, hour) => (periodEnd ? at(periodEnd, hour) : null));
    const rhythm =
      periodEnd && place?.headcount ? { periodEnd, hours: hours.filter((people) => people !== null) } : null;
    return {
      ...{ freshness, place: place?.key ?? null, rhythm: rhythm?.hours.length === 168 ? rhythm : null },
      unheard: [...unheardIn(board.rules, intensity.mean, shown)],
    };
  }
}

type Keys = Record<string, IndicatorKey>;

function measuresOf<K extends Keys>(keys: K, of: (key: IndicatorKey) => IndicatorRow | null) {
  return Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, dated(of(key))])) as {
    [Name in keyof K]: DatedMeasure | null;
  };
}

const dated = (row: IndicatorRow | null): DatedMeasure | null => row && datedOf(row);

const nothing: Usage = {
  ...{ week: null, freshness: null, node: null, ladder: null, rhythm: null, habit: [], personas: [], unheard: [] },
  sentence: usageSentence(null, null),
  figures: measuresOf(figures, () => null),
  intensity: measuresOf(intensity, () => null),
};
