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
  private readonly names: string[] = [];

  private constructor(private readonly engine: Highs) {}

  static async start(): Promise<Solver> {
    return new Solver(await (loaded ??= start()));
  }

  variable(name: string, most: number): void {
    this.names.push(name);
    this.bounds.push(` 0 <= ${name} <= ${most}`);
  }

  atMost(inner: string, outer: string, times = 1): void {
    this.rows.push(` r${this.rows.length}: ${inner} - ${times} ${outer} <= 0`);
  }

  between(names: readonly string[], [low, high]: Interval): void {
    const sum = names.join(' + ');
    if (low === high) this.rows.push(` r${this.rows.length}: ${sum} = ${low}`);
    else this.rows.push(` r${this.rows.length}: ${sum} >= ${low}`, ` r${this.rows.length + 1}: ${sum} <= ${high}`);
  }

  /** A state in whole people that fits all that is known and makes a weighted sum largest or smallest. */
  extreme(direction: 'Maximize' | 'Minimize', weights: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
    const objective = [...weights].map(([name, weight]) => `+ ${weight} ${name}`);
    const programme = [
      ...[direction, ` goal: ${objective.join(' ')}`, 'Subject To', ...this.rows],
      ...['Bounds', ...this.bounds, 'General', ` ${this.names.join('\n ')}`, 'End'],
    ].join('\n');
    const solution = this.engine.solve(programme, { output_flag: false });
    if (solution.Status !== 'Optimal') throw new Error(`No state fits what is published: ${solution.Status}`);
    return new Map(
      this.names.map((name) => {
        const column = solution.Columns[name];
        return [name, Math.round(column && 'Primal' in column ? column.Primal : 0)];
      }),
    );
  }
}
