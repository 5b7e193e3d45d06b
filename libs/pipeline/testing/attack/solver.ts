import highs from 'highs';
import { type Interval } from '#domain/mask/bands.js';

// Its types describe the form for `require`; what is imported is the function itself.
const start = highs as unknown as typeof highs.default;
type Highs = Awaited<ReturnType<typeof start>>;
let loaded: Promise<Highs> | undefined;

/** Whole-number programmes over published sums, solved by HiGHS (Huangfu and Hall 2018). */
export class Solver {
  private readonly rows: string[] = [];
  private readonly bounds: string[] = [];
  private readonly most = new Map<string, number>();

  private constructor(private readonly engine: Highs) {}

  static async start(): Promise<Solver> {
    return new Solver(await (loaded ??= start()));
  }

  variable(name: string, most: number): void {
    this.most.set(name, most);
    this.bounds.push(` 0 <= ${name} <= ${most}`);
  }

  atMost(inner: string, outer: string, times = 1): void {
    this.rows.push(` r${this.rows.length}: ${inner} - ${times} ${outer} <= 0`);
  }

  between(names: readonly string[], interval: Interval): void {
    this.rows.push(...between(`r${this.rows.length}`, names, interval));
  }

  /** A state in whole people that fits all that is known and makes a weighted sum largest or smallest. */
  extreme(direction: 'Maximize' | 'Minimize', weights: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
    const goal = [...weights].map(([name, weight]) => `+ ${weight} ${name}`).join(' ');
    const found = this.solve(direction, goal);
    if (!found) throw new Error('No state fits what is published.');
    return found;
  }

  /**
   * The state in which the fewest sums differ from those of another, and then the fewest names, and which has so many in
   * all of some names: null where no state has that, which is a proof. What it says need not be the very least.
   */
  nearest(
    from: ReadonlyMap<string, number>,
    sums: readonly (readonly string[])[],
    [names, interval]: readonly [names: readonly string[], interval: Interval],
  ): ReadonlyMap<string, number> | null {
    const rows: string[] = [];
    const costs: string[] = [];
    const keep = (cost: number, row: string, kept: readonly string[]): void => {
      const value = kept.reduce((sum, name) => sum + from.get(name)!, 0);
      const sum = kept.join(' + ');
      costs.push(`+ ${cost} d${row}`);
      rows.push(` u${row}: ${sum} - d${row} <= ${value}`, ` l${row}: ${sum} + d${row} >= ${value}`);
    };
    sums.forEach((kept, at) => keep(1, `s${at}`, kept));
    for (const [name, most] of this.most) {
      const value = from.get(name)!;
      if (value === 0 || value === most) costs.push(`${value === 0 ? '+' : '-'} 0.1 ${name}`);
      else keep(0.1, name, [name]);
    }
    rows.push(...between('s', names, interval));
    return this.solve('Minimize', costs.join(' '), rows, 0.2);
  }

  private solve(
    direction: string,
    goal: string,
    rows: readonly string[] = [],
    gap = 0,
  ): ReadonlyMap<string, number> | null {
    const programme = [
      ...[direction, ` goal: ${goal}`, 'Subject To', ...this.rows, ...rows],
      ...['Bounds', ...this.bounds, 'General', ` ${[...this.most.keys()].join('\n ')}`, 'End'],
    ].join('\n');
    const { Status, Columns } = this.engine.solve(programme, { output_flag: false, mip_rel_gap: gap });
    if (Status === 'Infeasible') return null;
    if (Status !== 'Optimal') throw new Error(`No state was found: ${Status}`);
    return new Map(
      [...this.most.keys()].map((name) => {
        const column = Columns[name];
        return [name, Math.round(column && 'Primal' in column ? column.Primal : 0)];
      }),
    );
  }
}

function between(row: string, names: readonly string[], [low, high]: Interval): string[] {
  const sum = names.join(' + ');
  return low === high ? [` ${row}: ${sum} = ${low}`] : [` ${row}a: ${sum} >= ${low}`, ` ${row}b: ${sum} <= ${high}`];
}
