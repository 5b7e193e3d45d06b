import { Injectable } from '@nestjs/common';
import { type Summary } from '#contract/summary.js';
import { rolloutSentence, totalProgress, waveProgress } from '#domain/rollout/rollout.js';
import { attentionOf, summaryNumber, uncoveredPlaces } from '#domain/rollout/summary.js';
import { BoardRepository } from '#storage/publication/board.repository.js';
import { placesOfWaves } from './rollout-page.js';
import { freshnessOf } from './wire.js';

@Injectable()
export class SummaryPage {
  constructor(private readonly boards: BoardRepository) {}

  async read(organization: { id: string; k: number }, week?: string): Promise<Summary> {
    const people = (await this.boards.wavesOfPeople(organization.id)).map((wave) => `wave-${wave}`);
    const { board, freshness } = await this.boards.read(organization, {
      ...(week === undefined ? {} : { week }),
      ...{ populations: ['everyone', 'invited', ...people], days: [0, 28], nodes: placesOfWaves },
    });
    const at = board.week;
    if (at === null) return nothing(rolloutSentence(board, null));
    const waves = board.waves.map((wave) => waveProgress(board, wave, at));
    const total = totalProgress(board, waves, at);
    const [progress, connection, engagement] = (['K08', 'K03b', 'K20'] as const).map((key) =>
      summaryNumber(board, key, at),
    );
    const sentence = rolloutSentence(board, total);
    return {
      ...{ week: at, freshness: freshnessOf(freshness), sentence, numbers: [progress!, connection!, engagement!] },
      ...{ slip: { days: total?.slipDays ?? null, sentence }, curve: total?.curve ?? [] },
      attention: attentionOf(board, waves, engagement!, uncoveredPlaces(board, at), at),
    };
  }
}

const nothing = (sentence: Summary['sentence']): Summary => ({
  ...{ week: null, freshness: null, sentence, numbers: [], slip: { days: null, sentence }, curve: [], attention: [] },
});
