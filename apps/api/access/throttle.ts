import { Problem } from '#runtime/problem.js';

/** So many attempts within the window, per key; older ones are forgotten. In memory: a restart forgives. */
export class Throttle {
  private readonly attempts = new Map<string, number[]>();

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Takes one attempt: null when it is allowed, else the seconds to wait. */
  take(key: string): number | null {
    if (this.attempts.size > 10_000) this.forget();
    const recent = this.recent(key);
    const oldest = recent[0];
    if (recent.length >= this.most && oldest !== undefined) {
      return Math.max(1, Math.ceil((oldest + this.windowMs - this.now()) / 1000));
    }
    recent.push(this.now());
    this.attempts.set(key, recent);
    return null;
  }

  /** The attempt was right: it does not count. */
  giveBack(key: string): void {
    const recent = this.recent(key).slice(0, -1);
    if (recent.length > 0) this.attempts.set(key, recent);
    else this.attempts.delete(key);
  }

  private recent(key: string): number[] {
    const since = this.now() - this.windowMs;
    return (this.attempts.get(key) ?? []).filter((at) => at > since);
  }

  private forget(): void {
    for (const key of this.attempts.keys()) if (this.recent(key).length === 0) this.attempts.delete(key);
  }
}

/** Takes one attempt, or answers how long to wait. */
export function takeAttempt(throttle: Throttle, key: string): void {
  const seconds = throttle.take(key);
  if (seconds === null) return;
  const wait = { 'retry-after': String(seconds) };
  throw new Problem('too_many_attempts', 429, 'Too many attempts: wait before trying again.', {}, wait);
}
