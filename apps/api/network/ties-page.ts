import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Ties } from '#contract/ties.js';
import { type Day } from '#domain/calendar/day.js';
import { type IndicatorKey } from '#domain/indicators/catalogue.js';
import { type Outcome } from '#domain/indicators/indicator.js';
import { masked } from '#domain/indicators/outcome.js';
import { outcomeAt } from '#domain/indicators/rows.js';
import { EXACT_FROM } from '#domain/mask/bands.js';
import { volumeCells } from '#domain/mask/volumes.js';
import { tieRatios } from '#domain/network/tie-ratios.js';
import { type Board } from '#domain/rollout/board.js';
import { BoardRepository } from '#storage/publication/board.repository.js';
import { publishedInfluence, publishedTies } from '#storage/publication/tie.repository.js';
import { type OrganizationInPath } from '../access/caller.js';
import { READ_DB } from '../databases.js';
import { freshnessOf } from '#pages/freshness.js';

/** Who answers whom: between places, never between people. */
@Injectable()
export class TiesPage {
  private readonly boards: BoardRepository;

  constructor(@Inject(READ_DB) private readonly read: DataSource) {
    this.boards = new BoardRepository(read);
  }

  async answer(organization: OrganizationInPath, asked?: Day): Promise<Ties> {
    const { board, freshness } = await this.boards.read(organization, {
      ...{ populations: ['everyone'], days: [0, 91], back: 1 },
      ...(asked === undefined ? {} : { week: asked }),
    });
    const week = board.week;
    const of = (key: IndicatorKey) => (week === null ? masked('not_published') : rootOutcome(board, key, week));
    const stored = week === null ? [] : await publishedTies(this.read, organization.id, week);
    const places = week === null ? [] : placesOf(board, week, organization);
    const twoWay = of('K30');
    return {
      ...{ week, freshness: freshnessOf(freshness) },
      measured: stored.length > 0 || twoWay.shown === 'value',
      ...{ crossEntity: of('K31'), expected: of('K31.expected'), openness: of('K31.ratio') },
      ...{ externalInternal: of('K31.ei'), twoWay, places },
      ties: tieRatios(stored, new Map(places.map(({ key, headcount }) => [key, headcount]))),
      influence: week === null ? null : await publishedInfluence(this.read, organization.id, week),
    };
  }
}

function rootOutcome(board: Board, key: IndicatorKey, week: Day): Outcome {
  return outcomeAt(board.publication, board.rules, key, { ...board.root, slice: 'organisation' }, week, 91);
}

/** The sets that ties are told of, as the publication laid them over the tree of the week. */
function placesOf(board: Board, week: Day, { bands, k }: OrganizationInPath): Ties['places'] {
  const tree = board.publication.tree(week);
  const cells = volumeCells({ nodes: tree.places.map((place) => ({ ...place, vacant: [] })) }, bands ? EXACT_FROM : k);
  return cells.nodes
    .filter(({ kind }) => kind !== 'node')
    .map(({ key, parent, headcount }) => {
      const own = tree.place(key);
      const name = own?.name ?? tree.place(parent ?? '')?.name ?? key;
      return { key, name, joined: !own || own.kind === 'rest', headcount };
    });
}
