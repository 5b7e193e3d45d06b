/** Per key: so many at a time; whoever comes then waits, in the order of arrival. */
export class Turns {
  private readonly running = new Map<string, number>();
  private readonly waiting = new Map<string, (() => void)[]>();

  constructor(private readonly atOnce: number) {}

  /** Resolves when it is one's turn, with what ends it. */
  async take(key: string): Promise<() => void> {
    const running = this.running.get(key) ?? 0;
    // Whoever ends hands the turn on: the number of those running stays.
    if (running < this.atOnce) this.running.set(key, running + 1);
    else await new Promise<void>((come) => this.waiting.set(key, [...(this.waiting.get(key) ?? []), come]));
    return () => this.end(key);
  }

  private end(key: string): void {
    const [next, ...rest] = this.waiting.get(key) ?? [];
    if (rest.length > 0) this.waiting.set(key, rest);
    else this.waiting.delete(key);
    if (next) return next();
    const running = this.running.get(key)! - 1;
    if (running > 0) this.running.set(key, running);
    else this.running.delete(key);
  }
}
