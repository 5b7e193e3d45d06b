import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type Board } from '#domain/rollout/board.js';
import { type GateRule, gateRules, gateWaves, type Judgement } from '#domain/rollout/gate.js';
import { gateFacts } from '#domain/rollout/gate-facts.js';
import { isOfPeople, type Wave } from '#domain/rollout/wave.js';
import { readFacts } from '../declared/fact.repository.js';
import { DecisionRepository } from '../steering/decision.repository.js';
import { DeclaredRepository } from '../steering/declared.repository.js';
import { type BoardOf, BoardRepository } from './board.repository.js';

export interface GateRead {
  board: Board;
  next: Wave | null;
  previous: Wave | null;
  /** Of the next opening; empty without one. */
  rules: (Judgement & Pick<GateRule, 'about' | 'evidence'> & { rule: GateRule['key'] })[];
}

/** Reads what the rules say of the next opening, and what was decided of openings. */
export class GateReader {
  readonly decisions: DecisionRepository;
  private readonly boards: BoardRepository;
  private readonly declared: DeclaredRepository;

  constructor(
    read: DataSource,
    private readonly app: DataSource,
  ) {
    this.boards = new BoardRepository(read);
    this.declared = new DeclaredRepository(app);
    this.decisions = new DecisionRepository(app);
  }

  async read(organization: BoardOf, week?: Day): Promise<GateRead> {
    const wanted = { populations: ['everyone'], days: [0, 28], ...(week === undefined ? {} : { week }), back: 12 };
    const { board } = await this.boards.read(organization, wanted);
    const waves = board.waves.filter((wave) => !isOfPeople(wave));
    const { next, previous } = gateWaves(waves, dayOf(board));
    if (!next) return { board, next, previous, rules: [] };
    const [items, mandates] = await Promise.all([
      readFacts(this.app, organization.id, 'governance'),
      this.declared.mandates(organization.id, dayOf(board)),
    ]);
    const facts = gateFacts(board, { next, previous }, { items, mandates, day: dayOf(board) });
    const rules = gateRules.map(({ key, about, evidence, judge }) => ({ rule: key, about, evidence, ...judge(facts) }));
    return { board, next, previous, rules };
  }
}

/** The week shown is over: a wave that opens on its Monday after is still to come. */
const dayOf = (board: Board): Day => board.week ?? new Date().toISOString().slice(0, 10);
