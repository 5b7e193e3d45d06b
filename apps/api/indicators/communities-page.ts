import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Communities, type Community } from '#contract/communities.js';
import {
  answeredOf,
  healthOf,
  resolutionOf,
  stageOf,
  zoneOfCommunity,
  type ZoneThresholds,
} from '#domain/communities/community.js';
import { knownByName } from '#domain/communities/named-groups.js';
import { monthOf, processTimes } from '#domain/communities/process.js';
import { communitiesSentence, groupsWait, survivalCurve } from '#domain/communities/overview.js';
import { type Day } from '#domain/calendar/day.js';
import { type IndicatorKey, indicatorOf } from '#domain/indicators/catalogue.js';
import { outcomeAt, readingAt } from '#domain/indicators/rows.js';
import { onlyFrom } from '#domain/quality/only-from.js';
import { readFacts } from '#storage/declared/fact.repository.js';
import { type BoardOf, BoardRepository } from '#storage/publication/board.repository.js';
import { groupNames, latestCommunities, type NamedCommunity } from '#storage/publication/community.repository.js';
import { sourcesLinking, toldBySources } from '#storage/source/source-evidence.js';
import { voiceSetting } from '#storage/steering/voice-setting.js';
import { APP_DB, READ_DB } from '../databases.js';
import { freshnessOf } from '#pages/freshness.js';

const figures = [
  'K26',
  'K26.reply',
  'K26b',
  'K26b.working',
  'K40',
  'K41',
  'K42.diffusion',
  'K42.community',
  'K42.network',
  'K43',
  'K43.ownerless',
  'K44',
  'K45',
  'K90',
] as const satisfies readonly IndicatorKey[];

type CommunitiesRead = Omit<Communities, 'processes'>;

/** Which communities live: of the organisation as a whole, and of each group that is large enough to be named. */
@Injectable()
export class CommunitiesPage {
  constructor(
    private readonly boards: BoardRepository,
    @Inject(READ_DB) private readonly db: DataSource,
    @Inject(APP_DB) private readonly app: DataSource,
  ) {}

  /** The declared processes are read anew each time: nothing published changes with them. */
  async withProcesses(organizationId: string, read: Promise<CommunitiesRead>): Promise<Communities> {
    const [page, processes, names] = await Promise.all([
      read,
      readFacts(this.db, organizationId, 'processes'),
      groupNames(this.db, organizationId),
    ]);
    return { ...page, processes: processTimes(processes, page.communities, names) };
  }

  async read(organization: BoardOf, asked?: string): Promise<CommunitiesRead> {
    const wanted = { populations: ['everyone'], days: [0, 28, 91], back: 1, ...(asked ? { week: asked } : {}) };
    const { board, freshness } = await this.boards.read(organization, wanted);
    const week = board.weeks.at(-1) ?? null;
    const [names, told, linking] = await Promise.all([
      groupNames(this.db, organization.id),
      toldBySources(this.db, organization.id),
      sourcesLinking(this.app, organization.id),
    ]);
    const heard = told?.attributes.includes('group') ?? false;
    if (week === null) {
      const known = { listed: names.size, heard, waits: true };
      const said = communitiesSentence(null, noFigure(), noFigure(), known);
      return { ...nothing, known: names.size, heard, sentence: said };
    }
    const { publication, rules, root } = board;
    const named = await latestCommunities(this.db, organization.id, week);
    const slice = { ...root, slice: '', population: 'everyone', knowing: knownByName(named, week) };
    const outcome = (key: IndicatorKey) =>
      outcomeAt(publication, rules, key, slice, week, indicatorOf(key).defaultWindow);
    const thresholds = await voiceSetting(this.db, organization.id);
    const known = Math.max(names.size, named.length);
    const waits = groupsWait(publication.tree(week).root?.headcount ?? 0, week);
    const whole = readingAt(publication, rules, root, week, 28);
    const groups = whole.during('groups');
    return {
      ...{
        week,
        freshness: freshnessOf(freshness),
        groups,
        ...{ known, heard },
        answersFrom: onlyFrom(linking),
        joiningsTold: rules.told?.kinds.includes('group_joined') ?? false,
      },
      sentence: communitiesSentence(groups, outcome('K43'), outcome('K26'), { listed: known, heard, waits }),
      figures: Object.fromEntries(figures.map((key) => [key, outcome(key)])),
      survival: survivalCurve(whole),
      communities: named.map((one) => communityOf(one, week, thresholds)),
    };
  }
}

const nothing: CommunitiesRead = {
  ...{
    week: null,
    freshness: null,
    groups: null,
    known: 0,
    heard: false,
    answersFrom: [],
    joiningsTold: false,
    figures: {},
    survival: [],
    communities: [],
  },
  sentence: communitiesSentence(null, noFigure(), noFigure(), { listed: 0, heard: false, waits: false }),
};

function noFigure() {
  const empty = { numerator: null, denominator: null, value: null, low: null, high: null, n: null };
  return { ...empty, shown: 'none' as const };
}

function communityOf(community: NamedCommunity, week: Day, thresholds: ZoneThresholds): Community {
  const { group, name, kind, plannedMonths, weekEnd, facts, counts } = community;
  const interval = (measure: string) => {
    const found = counts[measure];
    return found ? { low: found[0], high: found[1] } : null;
  };
  const { hours, resolved } = resolutionOf(counts);
  return {
    ...{ key: group, name, kind, weekEnd, createdOn: facts.createdOn, owned: facts.owned },
    ...{ month: facts.createdOn === null ? null : monthOf(facts.createdOn, week), plannedMonths },
    members: interval('joined') ?? { low: 0, high: 0 },
    active: interval('active28') ?? { low: 0, high: 0 },
    ...healthOf(counts),
    stage: stageOf(counts),
    messages: interval('messages'),
    answered: answeredOf(counts),
    zone: zoneOfCommunity(counts, thresholds),
    resolutionHours: hours,
    resolved,
  };
}
