import { type DataSource } from 'typeorm';
import { type FollowedEntity, type FollowUp } from '#contract/follow-up.js';
import { type AlertFacts, type Alerts, alertsOf, below } from '#domain/alerts/alerts.js';
import { type Course, coursesOf } from '#domain/alerts/course.js';
import {
  attentionTo,
  attentionToSmall,
  countsOf,
  type Declared,
  evidenceOf,
  pageSentence,
  questionOf,
  sayAlert,
} from '#domain/alerts/say-alerts.js';
import { type Day } from '#domain/calendar/day.js';
import { type EntityContact, type Facts } from '#domain/declared/facts.js';
import { outcomeAt } from '#domain/indicators/rows.js';
import { lastTold } from '#domain/rollout/at-root.js';
import { type Board } from '#domain/rollout/board.js';
import { placeStanding, type Standing } from '#domain/rollout/standing.js';
import { type PointOfAttention } from '#domain/rollout/summary.js';
import { placeNames } from '#domain/sentences/place-name.js';
import { sentence } from '#domain/sentences/sentence.js';
import { centreOf } from '#domain/statistics/interval.js';
import { readFacts } from '#storage/declared/fact.repository.js';
import { type BoardOf, type BoardRepository, type BoardRead } from '#storage/publication/board.repository.js';
import { type KeptAnswers } from './kept-answers.js';
import { freshnessOf } from './freshness.js';

const weeksShown = 12;
/** Weeks read: peers are compared at the same time since their own launch. */
const weeksRead = 80;

/** Whom to call this week: published courses beside what was declared of calls and of events. */
export class FollowUpPage {
  constructor(
    private readonly boards: BoardRepository,
    private readonly kept: KeptAnswers,
    private readonly db: DataSource,
  ) {}

  async read(organization: BoardOf, week?: Day): Promise<FollowUp> {
    const read = await this.found(organization, week);
    if (!read) return nothingPublished;
    const { found, places, freshness } = read;
    const low = new Set([...found.low, ...found.alerts.flatMap(({ courses }) => courses)]);
    const told = (of: readonly Course[]) =>
      of.map((course) => {
        const question = low.has(course) ? questionOf(course, places.declared(course.place)) : null;
        return { ...places.told(course), low: low.has(course), question };
      });
    return {
      freshness: freshnessOf(freshness),
      sentence: pageSentence(found, places.week, (place) => places.declared(place).name),
      alerts: found.alerts.map((alert) => ({
        cause: alert.cause.kind,
        name: alert.cause.kind === 'shock' ? alert.cause.shock.name : places.nameOf(alert.cause.place),
        ...sayAlert(alert, (place) => places.declared(place)),
        entities: told(alert.courses),
      })),
      ...{ small: told(found.small), back: told(found.back) },
      counts: countsOf(found, places.week),
    };
  }

  /** The same alerts among what asks for a decision, the gravest first, and after them the small entities to call. */
  async attention(organization: BoardOf, week: Day | undefined): Promise<PointOfAttention[]> {
    const read = await this.found(organization, week);
    if (!read) return [];
    const { found, places } = read;
    return [
      ...found.alerts.flatMap((alert) => attentionTo(alert, (place) => places.declared(place)) ?? []),
      ...found.low.flatMap((course) => attentionToSmall(course, places.declared(course.place)) ?? []),
    ];
  }

  private async found(organization: BoardOf, week: Day | undefined): Promise<Found | null> {
    const { board, freshness, courses } = await this.kept.answer(organization, 'courses', { week }, async () => {
      const read = await this.board(organization, week);
      return { ...read, courses: await this.courses(organization, week, read) };
    });
    if (board.week === null) return null;
    const [contacts, shocks] = await Promise.all([
      readFacts(this.db, organization.id, 'contacts'),
      readFacts(this.db, organization.id, 'shocks'),
    ]);
    const places = new Places(board, board.week, contacts);
    return { places, freshness, found: alertsOf(courses, places.facts(shocks)) };
  }

  /** Whoever sees one entity has it held against all comparable ones: of these, nothing but what is expected is told. */
  private async courses(organization: BoardOf, week: Day | undefined, { board }: BoardRead): Promise<Course[]> {
    if (!organization.scope || board.week === null) return coursesOf(board, weeksShown);
    const own = new Set(board.publication.tree(board.week).places.map(({ key }) => key));
    const whole = await this.board({ ...organization, scope: null }, week);
    return coursesOf(whole.board, weeksShown).filter(({ place }) => own.has(place));
  }

  private board(organization: BoardOf, week: Day | undefined): Promise<BoardRead> {
    const at = week === undefined ? {} : { week };
    return this.boards.read(organization, {
      populations: ['everyone', 'planned'],
      days: [0, 7, 28],
      back: weeksRead,
      ...at,
    });
  }
}

const nothingPublished: FollowUp = {
  ...{ freshness: null, sentence: sentence('follow_up.unpublished', {}) },
  ...{ alerts: [], small: [], back: [] },
  counts: countsOf({ alerts: [], small: [], low: [], back: [], onCourse: [], unknown: [] }, ''),
};

interface Found extends Pick<BoardRead, 'freshness'> {
  places: Places;
  found: Alerts;
}

/** The places of one week, with what was declared of them. */
class Places {
  constructor(
    private readonly board: Board,
    readonly week: Day,
    private readonly contacts: readonly EntityContact[],
  ) {}

  facts(shocks: readonly Facts['shocks'][]): AlertFacts {
    return {
      parentOf: (place) => this.place(place)?.parent ?? null,
      lastCall: (place) => this.lastCall(place)?.calledOn ?? null,
      shocks: shocks.map(({ entities, ...shock }) => ({ ...shock, places: this.below(entities) })),
    };
  }

  declared(key: string): Declared {
    const of = (measure: string) => this.board.publication.count([key], this.week, 'everyone', 0, measure);
    const [people, invited, ambassadors] = [of('people'), of('invited'), of('ambassadors')];
    return {
      name: placeNames(this.place(key) ?? { kind: 'node', name: key, members: [] }),
      // Before any invitation, or without any in the source, nothing is to be asked about them.
      invited: people && invited && invited.high > 0 ? centreOf(invited) / centreOf(people) : null,
      ambassadors: ambassadors && centreOf(ambassadors),
      plan: this.standing(key),
    };
  }

  /** As the page of entities tells it: small places publish their activation at the end of a block. */
  private standing(key: string): Standing {
    const index = (sunday: Day) =>
      outcomeAt(this.board.publication, this.board.rules, 'K08b', this.board.place(key), sunday, null);
    const at = lastTold(this.week, (sunday) => index(sunday).shown === 'value');
    return placeStanding({ ...index(at), periodEnd: at }, this.board.waveOf(key, this.week) ?? null, this.week);
  }

  nameOf(key: string): string {
    return this.place(key)?.name ?? key;
  }

  told(course: Course): Omit<FollowedEntity, 'low' | 'question'> {
    const { place, headcount, window, against, weeks } = course;
    const found = this.place(place);
    const call = this.lastCall(place);
    return {
      ...{ place, headcount, window, against, waves: this.board.wavesOf(place, this.week).map(({ name }) => name) },
      ...{ plan: this.standing(place), since: below(course), evidence: evidenceOf(course, this.standing(place)) },
      ...{ entities: this.entities(place), kind: found?.kind ?? 'node' },
      ...{ name: this.nameOf(place), members: found?.members ?? [] },
      signedIn: outcomeAt(this.board.publication, this.board.rules, 'K04.login', this.board.place(place), this.week, 7),
      weeks: weeks.map(({ weekEnd, share, expected }) => ({ weekEnd, share, expected })),
      lastCall: call && { calledOn: call.calledOn, outcome: call.outcome },
    };
  }

  private place(key: string) {
    return this.board.publication.tree(this.week).place(key);
  }

  private entities(key: string): string[] {
    return this.place(key)?.entities ?? [];
  }

  private lastCall(key: string): EntityContact | null {
    const entities = new Set(this.entities(key));
    const calls = this.contacts.filter(({ entityKey }) => entities.has(entityKey));
    return calls.sort((one, other) => one.calledOn.localeCompare(other.calledOn)).at(-1) ?? null;
  }

  /** Places at or below some entities; all of a place that is divided lie below it. */
  private below(entities: readonly string[]): string[] {
    const inside = new Set(entities);
    const { places } = this.board.publication.tree(this.week);
    for (const { key, parent } of places) if (parent !== null && inside.has(parent)) inside.add(key);
    return entities.length === 0 ? [] : [...inside];
  }
}
