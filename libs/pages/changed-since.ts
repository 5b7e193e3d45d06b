import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { whatChanged } from '#domain/rollout/what-changed.js';
import { type Sentence } from '#domain/sentences/sentence.js';
import { type BoardOf, BoardRepository } from '#storage/publication/board.repository.js';
import { placesOfWaves } from './rollout-page.js';

export interface Changed {
  since: Day;
  sentences: Sentence[];
}

/** What became of the numbers of Synthèse from one Sunday to another; null where nothing was told before. */
export async function changedSince(
  read: DataSource,
  organization: BoardOf,
  week: Day,
  since: Day | null,
): Promise<Changed | null> {
  if (since === null || since >= week) return null;
  const { board } = await new BoardRepository(read).read(organization, {
    ...{ week, from: since, populations: ['everyone', 'unassigned', 'invited'], days: [0, 28] },
    nodes: (draft) => [
      ...placesOfWaves(draft),
      ...draft.weeks.flatMap((sunday) => {
        const { root, places } = draft.publication.tree(sunday);
        return places.flatMap(({ key, parent }) => (parent === root?.key || key === root?.key ? [key] : []));
      }),
    ],
  });
  return { since, sentences: whatChanged(board, since, week) };
}
