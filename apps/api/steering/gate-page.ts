import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Gate, type NewDecision, type WaveDecision } from '#contract/gate.js';
import { type Day } from '#domain/calendar/day.js';
import { type Board } from '#domain/rollout/board.js';
import { recommendationOf } from '#domain/rollout/gate.js';
import { type Wave } from '#domain/rollout/wave.js';
import { Problem } from '#runtime/problem.js';
import { type BoardOf } from '#storage/publication/board.repository.js';
import { GateReader } from '#storage/publication/gate-reader.js';
import { type DecisionRow } from '#storage/steering/decision.repository.js';
import { APP_DB, READ_DB } from '../databases.js';

interface Caller {
  organization: BoardOf;
  account: { id: string };
}

/** What the rules say of the next opening, and what was decided. */
@Injectable()
export class GatePage {
  private readonly gate: GateReader;

  constructor(@Inject(READ_DB) read: DataSource, @Inject(APP_DB) app: DataSource) {
    this.gate = new GateReader(read, app);
  }

  async read(organization: BoardOf, week?: Day): Promise<Gate> {
    const [{ board, next, previous, rules }, decisions] = await Promise.all([
      this.gate.read(organization, week),
      this.gate.decisions.list(organization.id),
    ]);
    return {
      ...{ week: board.week, next: next && onWire(board, next), previous: previous && onWire(board, previous), rules },
      recommendation: next && recommendationOf(rules.map(({ light }) => light)),
      decisions: decisions.map(decisionOnWire),
    };
  }

  /** Stores what a person decided, with what the rules said at that moment. */
  async decide({ organization, account }: Caller, wave: string, body: NewDecision): Promise<WaveDecision> {
    const { board, next, rules } = await this.gate.read(organization);
    if (!board.waves.some(({ key }) => key === wave)) throw new Problem('unknown_wave', 404, 'No such wave.');
    if (next?.key !== wave) throw new Problem('not_at_the_gate', 409, 'Only the next wave to open is decided upon.');
    const recommendation = recommendationOf(rules.map(({ light }) => light));
    const lights = Object.fromEntries(rules.map(({ rule, light }) => [rule, light]));
    const decision = { ...body, wave, recommendation, lights, accountId: account.id };
    return decisionOnWire(await this.gate.decisions.add(organization.id, decision));
  }
}

const onWire = (board: Board, { key, name, plannedStart }: Wave) => ({
  ...{ key, name, plannedStart },
  position: board.waves.findIndex((wave) => wave.key === key),
});

/** Field by field: what a row holds besides stays inside. */
export const decisionOnWire = (row: DecisionRow): WaveDecision => ({
  ...{ id: row.id, wave: row.wave, decidedAt: row.decidedAt.toISOString(), decidedOn: row.decidedOn, by: row.by },
  ...{ decision: row.decision, reason: row.reason, recommendation: row.recommendation },
});
