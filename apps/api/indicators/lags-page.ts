import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Lags, type LagSide, type LagsQuery } from '#contract/lags.js';
import { daysBetween } from '#domain/calendar/day.js';
import { unitOf as unitDealt } from '#domain/comparison/units.js';
import { compareLags, type LagUnit } from '#domain/lags/compare.js';
import { curveOf, unitOf } from '#domain/lags/curve.js';
import { type PublishedLag } from '#domain/lags/lag-histogram.js';
import { type LagKind, lagKinds } from '#domain/lags/lag.js';
import { cellsUnder, LagTree } from '#domain/lags/lag-tree.js';
import { lagUnits } from '#domain/lags/lag-units.js';
import { whyNoCurve } from '#domain/lags/no-curve.js';
import { type Board } from '#domain/rollout/board.js';
import { usualPair } from '#domain/rollout/usual-pair.js';
import { type Wave } from '#domain/rollout/wave.js';
import { type BoardOf, BoardRepository } from '#storage/publication/board.repository.js';
import { lagsAsOf, publishedLags } from '#storage/publication/lag.repository.js';
import { READ_DB } from '../databases.js';

/** A side with what is read of it. */
interface Side extends Omit<LagSide, 'units' | 'curve' | 'reason'> {
  cells: ReadonlySet<string>;
  /** Days since its wave opened; of a place without one wave, unknown. */
  age?: number;
  bins: readonly PublishedLag[];
  units: LagUnit[];
}

/** Curves of how long something takes, side by side, and whether they differ. */
@Injectable()
export class LagsPage {
  constructor(
    private readonly boards: BoardRepository,
    @Inject(READ_DB) private readonly db: DataSource,
  ) {}

  async read(organization: BoardOf, { kind, compare, places }: LagsQuery): Promise<Lags> {
    const weekEnd = await lagsAsOf(this.db, organization.id);
    const [first = 'adoption', ...others] = kind ? [kind] : byInterest;
    if (weekEnd === null) return { kind: first, unit: unitOf(first), weekEnd, dealt: 'entity', sides: [], test: null };
    const wanted = { populations: ['everyone'], days: [0], week: weekEnd, from: weekEnd, nodes: () => [] };
    const { board } = await this.boards.read(organization, wanted);
    const waves = compare ? named(board, compare) : places ? [] : usualPair(board.waves, weekEnd);
    const answer = async (one: LagKind) => {
      const tree = new LagTree(await publishedLags(this.db, organization.id, one));
      return answerOf(board, one, tree, [
        ...waves.map((wave) => sideOfWave(board, tree, wave)),
        ...(places ?? []).map((place) => sideOfPlace(board, tree, place)),
      ]);
    };
    let best = await answer(first);
    for (const other of others) {
      if (told(best) === best.sides.length) break;
      const next = await answer(other);
      if (told(next) > told(best)) best = next;
    }
    return best;
  }
}

/** Where nobody asks for one, the first that most sides tell: a page should not open on an empty panel. */
const byInterest: readonly LagKind[] = ['adoption', ...lagKinds.filter((kind) => kind !== 'adoption')];

const told = ({ sides }: Lags): number => sides.filter(({ curve }) => curve !== null).length;

function answerOf(board: Board, kind: LagKind, tree: LagTree, sides: readonly Side[]): Lags {
  const [first, second] = sides;
  const test = first && second ? compareLags(kind, first.units, second.units) : null;
  return {
    ...{ kind, unit: unitOf(kind), weekEnd: board.week, dealt: unitDealt({ board }) },
    sides: sides.map((side) => sideOnWire(tree, kind, side)),
    test: test && {
      ...{ chiSquare: test.logRank.chiSquare, p: test.logRank.p, strata: test.strata },
      ...{ pOverUnits: test.overUnits?.p ?? null, exact: test.overUnits?.exact ?? false },
    },
  };
}

function sideOnWire(tree: LagTree, kind: LagKind, { bins, units, cells, people, age, ...side }: Side): LagSide {
  const curve = curveOf(kind, bins, age);
  const reason = curve ? null : (whyNoCurve(tree, cells, people) ?? 'unpublished');
  return { ...side, people, units: units.length, curve, reason };
}

const named = (board: Board, keys: readonly string[]): Wave[] =>
  keys.flatMap((key) => board.waves.filter((wave) => wave.key === key));

function sideOfWave(board: Board, tree: LagTree, wave: Wave): Side {
  const cells = cellsOf(board, board.cover(wave.key, board.week!).nodes);
  const position = board.waves.indexOf(wave);
  const held = { cells, people: peopleIn(board, cells), bins: tree.within(cells) };
  const age = wave.actualStart ? { age: daysBetween(wave.actualStart, board.week!) } : {};
  return { key: wave.key, name: wave.name, position, ...held, ...age, units: unitsOf(board, tree, cells) };
}

function sideOfPlace(board: Board, tree: LagTree, key: string): Side {
  const name = board.publication.tree(board.week!).place(key)?.name ?? key;
  const cells = cellsOf(board, [key]);
  const held = { cells, people: peopleIn(board, cells), bins: tree.within(cells) };
  return { key, name, position: null, ...held, units: unitsOf(board, tree, cells) };
}

const unitsOf = (board: Board, tree: LagTree, cells: ReadonlySet<string>): LagUnit[] =>
  lagUnits(
    tree,
    cells,
    (cell) => board.siteOf(cell, board.week!),
    (held) => peopleIn(board, held),
  );

function peopleIn(board: Board, cells: ReadonlySet<string>): number {
  const places = board.publication.tree(board.week!);
  return [...cells].reduce((sum, key) => sum + (places.place(key)?.headcount ?? 0), 0);
}

const cellsOf = (board: Board, nodes: readonly string[]) =>
  cellsUnder(board.publication.tree(board.week!).places, nodes);
