import { acceptedOf, dataOf, refusePage } from './answer.js';
import { type Credentials } from './credentials.js';
import { type Answer, type Network } from './network.js';
import { PullProblem } from './pull-problem.js';

const hopsAtMost = 3;

/** Reads from one source, with what opens it. Every method throws PullProblem. */
export class PullReader {
  constructor(
    private readonly network: Network,
    private readonly address: URL,
    private readonly credentials: Credentials,
    private readonly now: () => Date,
  ) {}

  /** What stands at a path below the address. */
  async json(path: string, query: Readonly<Record<string, string | number>> = {}): Promise<unknown> {
    return dataOf(await this.get(this.below(path, query), 'application/json', false, hopsAtMost));
  }

  /** A file, which may lie on another host: that one is asked without the credentials. */
  async file(path: string): Promise<Buffer> {
    const answer = await this.get(this.below(path, {}), '*/*', true, hopsAtMost);
    refusePage(answer.headers, answer.body);
    return answer.body;
  }

  private below(path: string, query: Readonly<Record<string, string | number>>): URL {
    const url = new URL(this.address);
    url.search = '';
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    url.hash = '';
    return url;
  }

  private async get(url: URL, accept: string, mayLieElsewhere: boolean, hops: number): Promise<Answer> {
    let answer = await this.ask(url, accept);
    // One new token, not one after the other.
    if (answer.status === 401 && this.credentials.renew()) answer = await this.ask(url, accept);
    const to = redirection(url, answer);
    if (to === null) return acceptedOf(answer, this.now());
    if (to.origin === url.origin && hops > 0) return this.get(to, accept, mayLieElsewhere, hops - 1);
    const isDowngrade = url.protocol === 'https:' && to.protocol !== 'https:';
    if (!mayLieElsewhere || isDowngrade || to.origin === url.origin) throw new PullProblem('redirected');
    return acceptedOf(await this.network.send({ url: to, method: 'GET', headers: { accept } }), this.now());
  }

  private async ask(url: URL, accept: string): Promise<Answer> {
    const authorization = await this.credentials.header();
    return this.network.send({ url, method: 'GET', headers: { accept, authorization } });
  }
}

/** Where the answer sends to; null where it does not. */
function redirection(from: URL, { status, headers }: Answer): URL | null {
  if (status < 300 || status > 399 || status === 304) return null;
  const place = headers['location'] ?? '';
  return place !== '' && URL.canParse(place, from.href) ? new URL(place, from) : null;
}
