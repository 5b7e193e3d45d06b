/** Per key: so many at once, refilled at a constant rate. */
export class TokenBuckets {
  private readonly buckets = new Map<string, { tokens: number; at: number }>();

  constructor(private readonly rate: { perSecond: number; burst: number }) {}

  /** Takes one token, and returns 0; or the seconds to wait until there is one. */
  take(key: string, now: number): number {
    const bucket = this.buckets.get(key) ?? { tokens: this.rate.burst, at: now };
    const refilled = bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * this.rate.perSecond;
    bucket.tokens = Math.min(this.rate.burst, refilled);
    bucket.at = now;
    if (!this.buckets.has(key) && this.buckets.size >= 10_000) this.forgetFull(now);
    this.buckets.set(key, bucket);
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / this.rate.perSecond));
    bucket.tokens--;
    return 0;
  }

  /** A bucket that has had the time to fill up says nothing that a new one does not. */
  private forgetFull(now: number): void {
    const full = (this.rate.burst / this.rate.perSecond) * 1000;
    for (const [key, { at }] of this.buckets) if (now - at >= full) this.buckets.delete(key);
  }
}
