import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Target as TargetOnWire, type Targets } from '#contract/targets.js';
import { type Window } from '#contract/indicators.js';
import { addDays, type Day } from '#domain/calendar/day.js';
import { type IndicatorKey } from '#domain/indicators/catalogue.js';
import { type IndicatorRow } from '#domain/indicators/rows.js';
import { datedOf } from '#domain/rollout/usage.js';
import { judgedOn, type Target, targetKey } from '#domain/targets/target.js';
import { judge } from '#domain/targets/target-sentence.js';
import { readFacts } from '#storage/declared/fact.repository.js';
import { type BoardRead, BoardRepository } from '#storage/publication/board.repository.js';
import { IndicatorReader } from '#storage/publication/indicator-reader.js';
import { SteeringRepository } from '#storage/steering/steering.repository.js';
import { type OrganizationInPath } from '../access/caller.js';
import { READ_DB } from '../databases.js';
import { freshnessOf } from '#pages/freshness.js';

/** A target with what it is of, as far as whoever reads may see it. */
type Placed = Target & Pick<TargetOnWire, 'of' | 'name'> & { key: IndicatorKey };

const order = ['organisation', 'wave', 'entity'] as const;

/** What was set, held against what is published. */
@Injectable()
export class TargetsPage {
  private readonly boards: BoardRepository;
  private readonly reader: IndicatorReader;
  private readonly steering: SteeringRepository;

  constructor(@Inject(READ_DB) private readonly db: DataSource) {
    this.boards = new BoardRepository(db);
    this.reader = new IndicatorReader(db);
    this.steering = new SteeringRepository(db);
  }

  /** `places`: whether entities are told of. Of one entity nothing of the whole is told, nor of waves around it. */
  async read(organization: OrganizationInPath, places: boolean, asked?: Day): Promise<Targets> {
    const read = await this.board(organization, asked);
    const week = read.board.week;
    const placed = await this.placed(organization, read, places);
    if (week === null) return { week, freshness: null, targets: [] };
    const now = await this.measured(organization, placed, read.weeks, () => week);
    const past = placed.filter(({ dueOn }) => judgedOn(dueOn) <= week);
    const due = await this.measured(organization, past, read.weeks, ({ dueOn }) => judgedOn(dueOn));
    return { week, freshness: freshnessOf(read.freshness), targets: placed.map((one) => onWire(one, week, now, due)) };
  }

  private board(organization: OrganizationInPath, week?: Day): Promise<BoardRead> {
    const wanted = { back: 4, populations: [], days: [] };
    return this.boards.read(organization, week === undefined ? wanted : { ...wanted, week });
  }

  private async placed({ id }: OrganizationInPath, { board, entities }: BoardRead, places: boolean): Promise<Placed[]> {
    const [targets, names] = await Promise.all([readFacts(this.db, id, 'targets'), this.steering.entityNames(id)]);
    const waves = new Map(board.waves.map(({ key, name }) => [key, name]));
    return targets
      .flatMap((target): Placed[] => {
        const { scope, indicator } = target;
        const key = targetKey(indicator);
        if (key === null) return [];
        if (scope === '') return entities ? [] : [{ ...target, key, of: 'organisation', name: '' }];
        if (names.has(scope))
          return places && (entities?.has(scope) ?? true)
            ? [{ ...target, key, of: 'entity', name: names.get(scope) ?? scope }]
            : [];
        return entities ? [] : [{ ...target, key, of: 'wave', name: waves.get(scope) ?? scope }];
      })
      .sort((a, b) => order.indexOf(a.of) - order.indexOf(b.of) || a.dueOn.localeCompare(b.dueOn));
  }

  /** The figure of each target as last published up to a Sunday, in as few readings as there are Sundays and windows. */
  private async measured(
    organization: OrganizationInPath,
    targets: readonly Placed[],
    weeks: BoardRead['weeks'],
    sundayOf: (target: Placed) => Day,
  ): Promise<Map<Placed, IndicatorRow>> {
    const readings = new Map<string, Placed[]>();
    for (const one of targets) {
      const reading = `${one.of}/${sundayOf(one)}/${one.windowDays}`;
      readings.set(reading, [...(readings.get(reading) ?? []), one]);
    }
    const found = new Map<Placed, IndicatorRow>();
    for (const group of readings.values()) {
      const [{ of, windowDays }, to] = [group[0]!, sundayOf(group[0]!)];
      const { rows } = await this.reader.rows(organization, {
        ...{ keys: [...new Set(group.map(({ key }) => key))], by: of, to, population: 'everyone', latest: true },
        window: windowDays === 0 ? undefined : (windowDays as Window),
        nodes: of === 'entity' ? await this.published(organization, group, weekUpTo(weeks, to)) : undefined,
      });
      for (const target of group) {
        const slice = of === 'organisation' ? organization.slug : target.scope;
        const row = rows.find((one) => one.indicator === target.key && one.slice === slice);
        // What was last published long before says nothing of the Sunday.
        if (row && row.periodEnd > addDays(to, -28)) found.set(target, row);
      }
    }
    return found;
  }

  /** Entities that are places of their own around that Sunday: those read together with others have no figure. */
  private async published(organization: OrganizationInPath, group: readonly Placed[], week?: Day): Promise<string[]> {
    if (week === undefined) return [];
    const { board } = await this.board(organization, week);
    const places = new Set(board.weeks.flatMap((one) => board.publication.tree(one).places.map(({ key }) => key)));
    return group.flatMap(({ scope }) => (places.has(scope) ? [scope] : []));
  }
}

const weekUpTo = (weeks: BoardRead['weeks'], to: Day) => weeks.find(({ weekEnd }) => weekEnd <= to)?.weekEnd;

function onWire(
  target: Placed,
  week: Day,
  now: ReadonlyMap<Placed, IndicatorRow>,
  due: ReadonlyMap<Placed, IndicatorRow>,
): TargetOnWire {
  const { key, ...declared } = target;
  const progress = { now: now.get(target) ?? null, due: due.get(target) ?? null };
  return {
    ...{ ...declared, indicator: key, judgedOn: judgedOn(target.dueOn) },
    ...judge(target, key, target.name, week, progress),
    now: progress.now && datedOf(progress.now),
    due: progress.due && datedOf(progress.due),
  };
}
