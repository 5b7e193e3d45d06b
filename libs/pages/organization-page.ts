import { levelsIn } from '#domain/indicators/levels.js';
import { type DataSource } from 'typeorm';
import {
  ActiveDefinition,
  type Annotation,
  type Organization,
  type TreeNode,
  type Wave as WaveOnWire,
} from '#contract/organization.js';
import { type Day, mondayOf } from '#domain/calendar/day.js';
import { type FirstWeek, firstWeek, heldWeek } from '#domain/calendar/first-week.js';
import { type Committee } from '#domain/committee/committee.js';
import { type Action, type Shock } from '#domain/declared/action.js';
import { type Board } from '#domain/rollout/board.js';
import { isOfPeople, type Wave } from '#domain/rollout/wave.js';
import { readFacts } from '#storage/declared/fact.repository.js';
import { horizonOf, organizationById } from '#storage/organization/organization.js';
import { type BoardOf, BoardRepository } from '#storage/publication/board.repository.js';
import { firstDayBrought } from '#storage/publication/first-day-brought.js';
import { PublicationRepository } from '#storage/publication/publication.repository.js';
import { awaitsWord, foundedOn } from '#storage/publication/first-word.js';
import { nextWeek } from '#storage/publication/next-week.js';
import { firstWeekKnown, weeksWaiting } from '#storage/publication/weeks-waiting.js';
import { DeclaredRepository } from '#storage/steering/declared.repository.js';
import { SteeringRepository } from '#storage/steering/steering.repository.js';
import { CommitteeRepository } from '#storage/steering/committee.repository.js';
import { DecisionRepository } from '#storage/steering/decision.repository.js';
import { weekOnWire } from './freshness.js';

/** Whether whoever reads may read in full what was decided at gates, and by committees. */
export type OpensMarks = (what: 'preparation' | 'committee') => boolean;

/** What the frame of every page needs: weeks, waves, levels and the tree as published. */
export class OrganizationPage {
  private readonly boards: BoardRepository;
  private readonly published: PublicationRepository;
  private readonly steering: SteeringRepository;
  private readonly declared: DeclaredRepository;
  private readonly committees: CommitteeRepository;
  private readonly decisions: DecisionRepository;

  constructor(
    read: DataSource,
    private readonly app: DataSource,
  ) {
    this.boards = new BoardRepository(read);
    this.published = new PublicationRepository(read);
    this.steering = new SteeringRepository(read);
    this.declared = new DeclaredRepository(app);
    this.committees = new CommitteeRepository(app);
    this.decisions = new DecisionRepository(app);
  }

  async read(organization: BoardOf, opens: OpensMarks, asked?: Day): Promise<Organization> {
    const card = await this.steering.card(organization.id);
    if (!card) throw new Error('an organisation that the guard found is not there');
    const shown = asked === undefined ? {} : { week: asked };
    const { board, weeks, entities } = await this.boards.read(organization, {
      ...shown,
      back: 1,
      populations: [],
      days: [],
    });
    const week = board.week;
    const members = await this.declared.members(organization.id, week ?? new Date().toISOString().slice(0, 10));
    const happened = await Promise.all([
      this.happened(organization.id),
      this.decided(organization.id, opens, board.waves),
    ]);
    const declared = happened.flat().flatMap((one) => within(one, entities));
    const next = weeks.length > 0 ? await nextWeek(this.app, organization.id) : null;
    const first = await firstWeekKnown(this.app, organization.id);
    const isHeld = await awaitsWord(this.app, organization.id);
    const levels = week === null ? [] : await this.published.levels(organization.id, week);
    return {
      ...{ ...card, houseWords: wordsOf(card.houseWords), week },
      active: ActiveDefinition.nullable().parse(card.active),
      weeks: weeks.map((one) => ({
        ...weekOnWire(one),
        undoneAt: one.undoneAt?.toISOString() ?? null,
        groupsUndoneAt: one.groupsUndoneAt?.toISOString() ?? null,
      })),
      waiting: await weeksWaiting(this.app, organization.id),
      begins: first && mondayOf(first),
      awaitsWord: isHeld,
      firstWeek: weeks.length > 0 ? null : await this.firstWeek(organization.id, isHeld),
      next: next && { ...next, from: next.from.toISOString() },
      waves: board.waves.map((wave, position) => waveOnWire(wave, position, members.get(wave.key) ?? 0)),
      levels: levels.map((key) => ({ key, levels: levelsIn(key) })),
      annotations: [...board.waves.flatMap(annotationsOf), ...declared].sort((a, b) => a.day.localeCompare(b.day)),
      nodes: week === null ? [] : nodesOf(board, week),
    };
  }

  /** Null before anything was brought. */
  private async firstWeek(organizationId: string, isHeld: boolean): Promise<FirstWeek | null> {
    const organization = await organizationById(this.app, organizationId);
    const [first, through] = [await firstDayBrought(this.app, organizationId), horizonOf(organization)];
    if (first !== null && isHeld) return heldWeek(await foundedOn(this.app, organizationId));
    if (first === null || through === null) return null;
    const today = new Date().toISOString().slice(0, 10);
    return firstWeek(first, through, today, organization.class === 'personal');
  }

  /** At the gates of waves, and by steering committees: of each as far as whoever reads may read it in full. */
  private async decided(organizationId: string, opens: OpensMarks, waves: readonly Wave[]): Promise<Annotation[]> {
    const [gates, committees] = await Promise.all([
      opens('preparation') ? this.decisions.list(organizationId) : [],
      opens('committee') ? this.committees.list(organizationId) : [],
    ]);
    const known = new Map(waves.map(({ key, name }) => [key, name]));
    return [
      ...gates.map(({ wave, decision, decidedOn }) => ({
        ...{ day: decidedOn, kind: `wave_${decision}` as const, wave, entities: [] },
        name: known.get(wave) ?? wave,
      })),
      ...committees.flatMap(decidedBy),
    ];
  }

  /** What moves the curves beside the rollout itself. */
  private async happened(organizationId: string): Promise<Annotation[]> {
    const [actions, shocks] = await Promise.all([
      readFacts(this.app, organizationId, 'actions'),
      readFacts(this.app, organizationId, 'shocks'),
    ]);
    const led = actions.filter(({ state }) => state !== 'cancelled');
    return [...led.map((one) => happening('action', one)), ...shocks.map((one) => happening('shock', one))];
  }
}

const happening = (kind: 'action' | 'shock', { startsOn, name, entities }: Action | Shock): Annotation => {
  return { day: startsOn, kind, wave: null, name, entities: [...entities] };
};

/** What a committee has decided, on the day on which it sat; what it is still asked is no decision. */
const decidedBy = ({ heldOn, items }: Committee): Annotation[] =>
  items.flatMap(({ kind, state, text }) =>
    kind === 'decision' && state !== 'asked'
      ? [{ day: heldOn, kind: 'decision' as const, wave: null, name: text, entities: [] }]
      : [],
  );

/** What holds everywhere, or in the scope of the reader, and then only there. */
function within(happened: Annotation, scope: ReadonlySet<string> | null): Annotation[] {
  if (scope === null || happened.entities.length === 0) return [happened];
  const entities = happened.entities.filter((entity) => scope.has(entity));
  return entities.length > 0 ? [{ ...happened, entities }] : [];
}

/** Anything but a word is left out. */
function wordsOf(words: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function waveOnWire({ curve: _, ...wave }: Wave, position: number, members: number): WaveOnWire {
  const ofPeople = isOfPeople(wave);
  return {
    ...wave,
    entities: [...wave.entities],
    madeOf: ofPeople ? 'people' : 'entities',
    members: ofPeople ? members : null,
    position,
  };
}

function annotationsOf({ key, name, plannedStart, actualStart, actualEnd, entities }: Wave): Annotation[] {
  const wave = { wave: key, name, entities: [...entities] };
  const opened: Annotation = actualStart
    ? { day: actualStart, kind: 'wave_opened', ...wave }
    : { day: plannedStart, kind: 'wave_planned', ...wave };
  return actualEnd ? [opened, { day: actualEnd, kind: 'wave_closed', ...wave }] : [opened];
}

function nodesOf(board: Board, week: Day): TreeNode[] {
  return board.publication
    .tree(week)
    .places.map(({ entities: _, ...place }) => ({ ...place, wave: board.waveOf(place.key, week)?.key ?? null }));
}
