import { setTimeout as pause } from 'node:timers/promises';
import { type Finding, told } from '../kills/finding.js';
import { type Balancer } from './balancer.js';
import { reader } from './release-before.js';

const pages = ['summary', 'rollout', 'usage', 'quality', 'indicators?keys=K20&window=28', 'lags', 'sources'];

/** Somebody before the dashboard, who signs in once and looks from page to page. */
export class Reader {
  /** Pages by what was answered. */
  readonly answered: Record<number, number> = {};
  private readonly failures: string[] = [];

  constructor(
    private readonly balancer: Balancer,
    private readonly slug: string,
  ) {}

  async read(stopped: AbortSignal): Promise<void> {
    const cookie = await this.signIn();
    for (let turn = 0; !stopped.aborted; turn++) {
      await this.ask(`/v1/organizations/${this.slug}/${pages[turn % pages.length]}`, cookie);
      await pause(100);
    }
  }

  findings(): Finding[] {
    return told('I12', 'pages that failed', this.failures);
  }

  private async signIn(): Promise<string> {
    const response = await fetch(`${this.balancer.url()}/v1/session`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ email: reader.email, password: reader.password }),
    });
    if (!response.ok) this.failures.push(`signing in: ${response.status} ${await response.text()}`);
    return response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
  }

  /** Nothing is published yet when it begins: that is told by 404, and no failure. */
  private async ask(path: string, cookie: string): Promise<void> {
    const url = this.balancer.url();
    try {
      const response = await fetch(`${url}${path}`, { headers: { cookie }, signal: AbortSignal.timeout(30_000) });
      const text = await response.text();
      this.answered[response.status] = (this.answered[response.status] ?? 0) + 1;
      if (!response.ok && response.status !== 404) this.failures.push(`${path}: ${response.status} ${text}`);
    } catch (error) {
      this.failures.push(`${path}: ${String((error as Error).cause ?? error)}`);
    }
  }
}
