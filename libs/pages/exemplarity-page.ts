import { type DataSource } from 'typeorm';
import { type Exemplarity, type ExemplarityQuery } from '#contract/exemplarity.js';
import { addDays } from '#domain/calendar/day.js';
import { type Place } from '#domain/indicators/publication.js';
import { type Board } from '#domain/rollout/board.js';
import { endsOf, exemplaritySentence, levelRow, managersShare, othersOf } from '#domain/rollout/exemplarity.js';
import { type BoardOf, type BoardRepository } from '#storage/publication/board.repository.js';
import { type PublicationRepository } from '#storage/publication/publication.repository.js';
import { publishedProfile } from '#storage/publication/tie.repository.js';
import { ownGroupsOf, relayOf, voiceOf } from './manager-groups.js';
import { freshnessOf } from './freshness.js';

export class UnknownPlace extends Error {
  readonly code = 'unknown_node';

  constructor() {
    super('This place is not published that week.');
  }
}

export class ExemplarityPage {
  constructor(
    private readonly boards: BoardRepository,
    private readonly publications: PublicationRepository,
    private readonly db: DataSource,
  ) {}

  async read(organization: BoardOf, query: ExemplarityQuery): Promise<Exemplarity> {
    const weeks = await this.publications.weeks(organization.id);
    const week = query.week ?? (weeks.find(({ provisional }) => !provisional) ?? weeks[0])?.weekEnd;
    if (week === undefined) return nothing;
    const levels = await this.publications.levels(organization.id, week);
    const profile = await publishedProfile(this.db, organization.id, week);
    const populations = ['everyone', 'managers', 'others', ...levels];
    const { board, freshness } = await this.boards.read(organization, {
      week,
      from: addDays(week, -21),
      populations,
      days: [0, 7, 28, 91],
    });
    const place = placeAt(board, week, query.node);
    if (!place) return { ...nothing, week, freshness: freshnessOf(freshness) };
    const at = { publication: board.publication, rules: board.rules, place, week };
    const ends = endsOf(at, levels);
    const where = { ...at, ...ends };
    const [overall, others] = [levelRow(where, 'managers'), othersOf(where)];
    const seeAbove = overall.tooFew ? above(board, week, place) : null;
    return {
      ...{ week, ...ends, freshness: freshnessOf(freshness), node: place.key, overall, others },
      levels: levels.map((level) => levelRow(where, level)),
      levelsKnown: levels.length > 0 || profile.some(({ dimension }) => dimension === 'level'),
      managersShare: managersShare(overall, others),
      seeAbove,
      ownGroups: ownGroupsOf(board, week),
      relay: await relayOf(this.db, organization.id, board, week),
      voice: await voiceOf(this.db, organization.id, board, { week, levels }),
      sentence: exemplaritySentence(overall, others, seeAbove !== null),
    };
  }
}

const nothing: Exemplarity = {
  ...{
    week: null,
    windowEnd: null,
    weeklyEnd: null,
    freshness: null,
    node: null,
    overall: null,
    levels: [],
    levelsKnown: true,
    others: null,
    managersShare: null,
    seeAbove: null,
    ownGroups: null,
    voice: null,
    relay: null,
  },
  sentence: exemplaritySentence(null, null, false),
};

function placeAt(board: Board, week: string, node: string | undefined): Place | null {
  const tree = board.publication.tree(week);
  if (node === undefined) return tree.root;
  const place = tree.place(node);
  if (!place) throw new UnknownPlace();
  return place;
}

/** The nearest place above that publishes managers. */
function above(board: Board, week: string, place: Place): Exemplarity['seeAbove'] {
  const tree = board.publication.tree(week);
  for (let at = place; at.parent !== null;) {
    const parent = tree.place(at.parent);
    if (!parent) return null;
    const managers = board.publication.count([parent.key], week, 'managers', 0, 'people');
    if (managers && managers.low >= board.rules.k) return { node: parent.key, name: parent.name, managers };
    at = parent;
  }
  return null;
}
