import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Gate, type NewDecision, type WaveDecision } from '#contract/gate.js';
import { type Day } from '#domain/calendar/day.js';
import { type Board } from '#domain/rollout/board.js';
import { gateRules, gateWaves, recommendationOf } from '#domain/rollout/gate.js';
import { gateFacts } from '#domain/rollout/gate-facts.js';
import { isOfPeople, type Wave } from '#domain/rollout/wave.js';
import { Problem } from '#runtime/problem.js';
import { readFacts } from '#storage/declared/fact.repository.js';
import { type BoardOf, BoardRepository } from '#storage/publication/board.repository.js';
import { DecisionRepository, type DecisionRow } from '#storage/steering/decision.repository.js';
import { DeclaredRepository } from '#storage/steering/declared.repository.js';
import { APP_DB, READ_DB } from '../databases.js';

interface Caller {
  organization: BoardOf;
  account: { id: string };
}

/** What the rules say of the next opening, and what was decided. */
@Injectable()
export class GatePage {
  private readonly boards: BoardRepository;
  private readonly declared: DeclaredRepository;
  private readonly decisions: DecisionRepository;

  constructor(
    @Inject(READ_DB) read: DataSource,
    @Inject(APP_DB) private readonly app: DataSource,
  ) {
    this.boards = new BoardRepository(read);
    this.declared = new DeclaredRepository(app);
    this.decisions = new DecisionRepository(app);
  }

  async read(organization: BoardOf, week?: Day): Promise<Gate> {
    const [board, decisions] = await Promise.all([
      this.board(organization, week),
      this.decisions.list(organization.id),
    ]);
    const { next, previous } = wavesOf(board);
    const rules = next ? await this.judged(organization.id, board, next, previous) : [];
    return {
      ...{ week: board.week, next: next && onWire(board, next), previous: previous && onWire(board, previous), rules },
      recommendation: next && recommendationOf(rules.map(({ light }) => light)),
      decisions: decisions.map(decisionOnWire),
    };
  }

  /** Stores what a person decided, with what the rules said at that moment. */
  async decide({ organization, account }: Caller, wave: string, body: NewDecision): Promise<WaveDecision> {
    const board = await this.board(organization);
    const { next, previous } = wavesOf(board);
    if (!board.waves.some(({ key }) => key === wave)) throw new Problem('unknown_wave', 404, 'No such wave.');
    if (next?.key !== wave) throw new Problem('not_at_the_gate', 409, 'Only the next wave to open is decided upon.');
    const rules = await this.judged(organization.id, board, next, previous);
    const recommendation = recommendationOf(rules.map(({ light }) => light));
    const lights = Object.fromEntries(rules.map(({ rule, light }) => [rule, light]));
    const decision = { ...body, wave, recommendation, lights, accountId: account.id };
    return decisionOnWire(await this.decisions.add(organization.id, decision));
  }

  private async judged(
    organizationId: string,
    board: Board,
    next: Wave,
    previous: Wave | null,
  ): Promise<Gate['rules']> {
    const [items, mandates] = await Promise.all([
      readFacts(this.app, organizationId, 'governance'),
      this.declared.mandates(organizationId, dayOf(board)),
    ]);
    const facts = gateFacts(board, { next, previous }, { items, mandates, day: dayOf(board) });
    return gateRules.map(({ key, about, evidence, judge }) => ({ rule: key, about, evidence, ...judge(facts) }));
  }

  private async board(organization: BoardOf, week?: Day): Promise<Board> {
    const wanted = { populations: ['everyone'], days: [0, 28], ...(week === undefined ? {} : { week }), back: 12 };
    return (await this.boards.read(organization, wanted)).board;
  }
}

/** The week shown is over: a wave that opens on its Monday after is still to come. */
const dayOf = (board: Board): Day => board.week ?? new Date().toISOString().slice(0, 10);

const wavesOf = (board: Board) =>
  gateWaves(
    board.waves.filter((wave) => !isOfPeople(wave)),
    dayOf(board),
  );

const onWire = (board: Board, { key, name, plannedStart }: Wave) => ({
  ...{ key, name, plannedStart },
  position: board.waves.findIndex((wave) => wave.key === key),
});

const decisionOnWire = ({ decidedAt, ...row }: DecisionRow): WaveDecision => ({
  ...row,
  decidedAt: decidedAt.toISOString(),
});
