import { setTimeout as pause } from 'node:timers/promises';

/** Sends each request to the next of those that said to be ready, as a load balancer in front of the apis does. */
export class Balancer {
  private ready: number[] = [];
  private readonly out = new Set<number>();
  private readonly stopped = new AbortController();
  private turn = 0;

  constructor(private readonly ports: () => readonly number[]) {
    void this.watch();
  }

  /** Where the next request goes. */
  readonly url = (): string => {
    const [first] = this.ports();
    return `http://127.0.0.1:${this.ready.length > 0 ? this.ready[this.turn++ % this.ready.length] : first}`;
  };

  /** Whether requests go there. */
  serves(port: number): boolean {
    return this.ready.includes(port);
  }

  /** What is on its way there goes on; nothing more is sent. */
  takeOut(ports: readonly number[]): void {
    for (const port of ports) this.out.add(port);
    this.ready = this.ready.filter((port) => !this.out.has(port));
  }

  stop(): void {
    this.stopped.abort();
  }

  private async watch(): Promise<void> {
    while (!this.stopped.signal.aborted) {
      const asked = await Promise.all(this.ports().map(async (port) => ((await this.isReady(port)) ? [port] : [])));
      this.ready = asked.flat().filter((port) => !this.out.has(port));
      await pause(300);
    }
  }

  private async isReady(port: number): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(5000);
      return (await fetch(`http://127.0.0.1:${port}/readyz`, { signal })).ok;
    } catch {
      return false;
    }
  }
}
