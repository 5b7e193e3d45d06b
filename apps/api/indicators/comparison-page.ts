import { Injectable } from '@nestjs/common';
import { type Comparison, type ComparisonQuery } from '#contract/comparison.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { populationOf, windowOf } from '#domain/indicators/rows.js';
import { type Board } from '#domain/rollout/board.js';
import {
  comparisonSentences,
  type Difference,
  differenceOf,
  type Point,
  seriesOf,
  type Series,
  usualPair,
} from '#domain/rollout/comparison.js';
import { type Wave } from '#domain/rollout/wave.js';
import { BoardRepository } from '#storage/publication/board.repository.js';
import { placesOfWaves } from './rollout-page.js';
import { freshnessOf } from './wire.js';

@Injectable()
export class ComparisonPage {
  constructor(private readonly boards: BoardRepository) {}

  async read(organization: { id: string; k: number }, query: ComparisonQuery): Promise<Comparison> {
    const { indicator, align } = query;
    const window = windowOf(indicator, query.window);
    const people = (await this.boards.wavesOfPeople(organization.id)).map((wave) => `wave-${wave}`);
    const populations = [
      populationOf(indicator, 'everyone'),
      ...(indicatorOf(indicator).beside ?? []),
      'everyone',
      ...people,
    ];
    const wanted = { populations, days: [0, window ?? 0], nodes: placesOfWaves };
    const at = query.week === undefined ? {} : { week: query.week };
    const { board, freshness } = await this.boards.read(organization, { ...wanted, ...at });
    const series = compared(board, query.compare).map((wave) => seriesOf(board, wave, indicator, query.window));
    const [first, second] = series;
    const latest = first && second ? differenceOf(first, second, align) : null;
    return {
      ...{ indicator, window, align, freshness: freshnessOf(freshness), series: series.map(seriesOnWire) },
      ...{ latest: latest && differenceOnWire(latest), ...comparisonSentences(first, second, latest, align) },
    };
  }
}

/** Waves asked for, in the order asked; those that nobody declared are left out. */
function compared(board: Board, keys: readonly string[] | undefined): Wave[] {
  if (!keys) return board.week === null ? [] : usualPair(board.waves, board.week);
  return keys.flatMap((key) => board.waves.filter((wave) => wave.key === key));
}

const pointOnWire = ({ week, weekEnd, outcome }: Point) => ({ week, weekEnd, ...outcome });

function seriesOnWire({ wave, points, ...series }: Series): Comparison['series'][number] {
  return { wave: wave.key, name: wave.name, kind: wave.kind, ...series, points: points.map(pointOnWire) };
}

function differenceOnWire({ first, second, ...rest }: Difference): NonNullable<Comparison['latest']> {
  const side = ({ wave, weekEnd, outcome }: Difference['first']) => ({ wave: wave.key, weekEnd, rate: outcome });
  return { ...rest, first: side(first), second: side(second) };
}
