import { type Rollout, type RolloutSite, type RolloutWave } from '#contract/rollout.js';
import { addDays } from '#domain/calendar/day.js';
import { type Board } from '#domain/rollout/board.js';
import {
  rolloutSentence,
  type Site,
  siteProgress,
  totalProgress,
  waveProgress,
  type WaveProgress,
} from '#domain/rollout/rollout.js';
import { waveForecasts } from '#domain/rollout/wave-forecasts.js';
import { isOfPeople } from '#domain/rollout/wave.js';
import { type BoardOf, type BoardRead, type BoardRepository } from '#storage/publication/board.repository.js';
import { freshnessOf } from './freshness.js';

export class RolloutPage {
  constructor(private readonly boards: BoardRepository) {}

  async read(organization: BoardOf, week?: string): Promise<Rollout> {
    const { board, freshness } = await this.board(organization, week);
    const at = board.week;
    const waves = at === null ? [] : board.waves.map((wave) => waveProgress(board, wave, at));
    const total = at === null ? null : totalProgress(board, waves, at);
    const forecasts = at === null ? null : waveForecasts(board, waves, at);
    const forecastOf = (key: string) => forecasts?.byWave.get(key) ?? null;
    return {
      ...{ week: at, freshness: freshnessOf(freshness) },
      waves: waves.map((wave) => ({ ...waveOnWire(wave), forecast: forecastOf(wave.wave.key) })),
      ...{
        sites: at === null ? [] : siteProgress(board, at).map(siteOnWire),
        total: total && { ...totalOnWire(total), forecast: forecasts?.total ?? null },
        sentence: rolloutSentence(board, total),
      },
    };
  }

  private async board(organization: BoardOf, week?: string): Promise<BoardRead> {
    const people = (await this.boards.wavesOfPeople(organization.id)).map((wave) => `wave-${wave}`);
    return this.boards.read(organization, {
      ...(week === undefined ? {} : { week }),
      ...{ populations: ['everyone', ...people], days: [0], nodes: placesOfWaves },
    });
  }
}

/** What waves are made of in any week, and in the last four the smallest places too. */
export function placesOfWaves(board: Board): string[] {
  const recent = board.week === null ? '' : addDays(board.week, -21);
  const places = board.weeks.flatMap((week) => {
    const tree = board.publication.tree(week);
    const covers = board.waves.flatMap(({ key }) => board.cover(key, week).nodes);
    return [
      tree.root?.key ?? '',
      ...covers,
      ...board.whole.places(week),
      ...(week >= recent ? tree.places.map(({ key }) => key) : []),
    ];
  });
  return [...new Set(places)];
}

const totalOnWire = ({ slipRange: _, ...progress }: NonNullable<ReturnType<typeof totalProgress>>) => progress;

function waveOnWire({ wave, slipRange: _, ...progress }: WaveProgress): Omit<RolloutWave, 'forecast'> {
  const { curve: _plan, entities: _listed, ...declared } = wave;
  return { ...declared, madeOf: isOfPeople(wave) ? 'people' : 'entities', ...progress };
}

function siteOnWire({ place, waves, ...site }: Site): RolloutSite {
  return {
    node: place.key,
    kind: place.kind,
    name: place.name,
    members: place.members,
    headcount: place.headcount,
    waves: waves.map(({ key }) => key),
    plannedStart: waves[0]!.plannedStart,
    ...site,
  };
}
