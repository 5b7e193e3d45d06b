import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Animation, type LedAction } from '#contract/animation.js';
import { type Day } from '#domain/calendar/day.js';
import { type Action, type Shock } from '#domain/declared/action.js';
import { actionEffect } from '#domain/declared/action-effect.js';
import { animationSentence, surveyShares } from '#domain/declared/animation.js';
import { besideObserved } from '#domain/declared/survey-reading.js';
import { barriersBy, emailBy } from '#domain/declared/survey-places.js';
import { type IndicatorKey } from '#domain/indicators/catalogue.js';
import { outcomeAt, populationsRead } from '#domain/indicators/rows.js';
import { type Board } from '#domain/rollout/board.js';
import { readFacts } from '#storage/declared/fact.repository.js';
import { SurveyRepository } from '#storage/declared/survey.repository.js';
import { participantsByAction } from '#storage/declared/turnout.js';
import { type BoardOf, BoardRepository } from '#storage/publication/board.repository.js';
import { groupNames } from '#storage/publication/community.repository.js';
import { entityNames } from '#storage/publication/entity-names.js';
import { APP_DB, READ_DB } from '../databases.js';
import { freshnessOf } from '#pages/freshness.js';

const figures = ['K27', 'K84', 'K84.managers', 'K03', 'K07'] as const satisfies readonly IndicatorKey[];

/** Effects are read week by week, the rest of the week that is shown. */
const latest = { back: 1, populations: [...new Set(populationsRead(figures))], days: [0, 28, 91, 365] };

interface Told {
  actions: Action[];
  shocks: Shock[];
  participants: ReadonlyMap<string, number>;
  appointments: Animation['appointments'];
}

/** What was done for the network, whom it reached and what it changed: declared facts over published counts. */
@Injectable()
export class AnimationPage {
  private readonly boards: BoardRepository;
  private readonly surveys: SurveyRepository;

  constructor(
    @Inject(READ_DB) private readonly published: DataSource,
    @Inject(APP_DB) private readonly app: DataSource,
  ) {
    this.boards = new BoardRepository(published);
    this.surveys = new SurveyRepository(published);
  }

  async read(organization: BoardOf, asked?: Day): Promise<Animation> {
    const { id, k } = organization;
    const shown = asked === undefined ? {} : { week: asked };
    const [{ board, freshness }, newest, told, questions, published, names] = await Promise.all([
      this.boards.read(organization, { ...shown, populations: ['everyone'], days: [0, 7] }),
      this.boards.read(organization, { ...shown, ...latest }),
      this.told(id),
      this.surveys.questions(id),
      this.surveys.published(id),
      entityNames(this.published, id),
    ]);
    const now = newest.board;
    const { week } = board;
    const actions = ledActions(board, week, told);
    const everyone = week === null ? null : (board.publication.tree(week).root?.headcount ?? null);
    const surveys = surveyShares(questions, published, { k, everyone });
    const byPlace = { questions, published, names, k };
    const declared = surveys.find(({ about }) => about === 'daily_use')?.share;
    return {
      ...{ week, freshness: freshnessOf(freshness) },
      ...{ actions, shocks: told.shocks.map(({ key, name, startsOn, endsOn }) => ({ key, name, startsOn, endsOn })) },
      seen: week === null ? null : at(now, week, 'K27', 91),
      reach: week === null ? null : { people: at(now, week, 'K84'), managers: at(now, week, 'K84.managers') },
      ...{ appointments: told.appointments, surveys },
      daily: declared && week !== null ? dailyOf(now, week, declared) : null,
      ...{ barriers: barriersBy(byPlace), email: emailBy(byPlace) },
      sentence: animationSentence(actions.filter(({ state }) => state === 'held')),
    };
  }

  private async told(id: string): Promise<Told> {
    const [actions, shocks, participants, appointments, groups] = await Promise.all([
      readFacts(this.app, id, 'actions'),
      readFacts(this.app, id, 'shocks'),
      participantsByAction(this.app, id),
      readFacts(this.app, id, 'appointments'),
      groupNames(this.app, id),
    ]);
    const named = appointments.map(({ groupKey, ...appointment }) => ({
      ...appointment,
      group: groupKey === null ? null : (groups.get(groupKey) ?? groupKey),
    }));
    return { actions, shocks, participants, appointments: named };
  }
}

function ledActions(board: Board, week: Day | null, { actions, shocks, participants }: Told): LedAction[] {
  const places = week === null ? [] : board.publication.tree(week).places;
  // An entity too small to be a place is named by the one that holds it, never by its key.
  const names = new Map(places.flatMap(({ entities, name }) => entities.map((entity) => [entity, name] as const)));
  for (const { entity, name } of places) if (entity !== null) names.set(entity, name);
  return [...actions]
    .sort((a, b) => b.startsOn.localeCompare(a.startsOn))
    .map(({ key, kind, name, state, startsOn, endsOn, entities, audience, ...rest }) => {
      const action = { key, kind, name, state, startsOn, endsOn, entities, audience, ...rest };
      return {
        ...{ key, kind, name, state, startsOn, endsOn, audience },
        entities: [...new Set(entities.map((entity) => names.get(entity) ?? entity))],
        participants: participants.get(key) ?? null,
        effect:
          week === null
            ? { verdict: 'refused', reason: 'not_published' }
            : actionEffect(action, actions, shocks, board.publication, week),
      };
    });
}

const at = (board: Board, week: Day, key: (typeof figures)[number], window: 28 | 91 | 365 = 365) =>
  outcomeAt(board.publication, board.rules, key, board.root, week, window);

function dailyOf(board: Board, week: Day, declared: Parameters<typeof besideObserved>[0]): Animation['daily'] {
  const observed = at(board, week, 'K07', 28);
  const ceiling = at(board, week, 'K03');
  return { declared, observed, ceiling, verdict: besideObserved(declared, observed, ceiling).verdict };
}
