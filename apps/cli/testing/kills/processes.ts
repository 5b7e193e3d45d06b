import { join } from 'node:path';
import { supervise, type Supervisor } from '../../supervise/supervise.js';
import { FaultLine, freePort } from './fault-line.js';
import { until } from './until.js';

export interface Crew {
  /** Of the build that runs. */
  dist: string;
  apis: number;
  workers: number;
  /** Told before the number of each: `api-next-0`. */
  suffix?: string;
  databaseUrl: string;
  env: Record<string, string>;
  more?: ((name: string) => Record<string, string>) | undefined;
  /** Where the line between each process and the database is kept, by its name. */
  backs: Map<string, FaultLine>;
  hear: (line: string) => void;
}

/** The api and the worker of one build as processes that are revived, each of which reaches the database over a line of its own. */
export class Processes {
  private constructor(
    readonly ports: readonly number[],
    private readonly supervisor: Supervisor,
  ) {}

  /** Resolves before they are ready. */
  static async start({
    dist,
    apis,
    workers,
    suffix = '',
    env,
    more,
    backs,
    hear,
    databaseUrl,
  }: Crew): Promise<Processes> {
    const ports = await Promise.all(Array.from({ length: apis }, freePort));
    const names = [
      ...ports.map((port, copy) => ({ app: 'api', name: `api${suffix}-${copy}`, port })),
      ...Array.from({ length: workers }, (_, copy) => ({ app: 'worker', name: `worker${suffix}-${copy}`, port: 0 })),
    ];
    const specs = names.map(async ({ app, name, port }) => {
      const line = await FaultLine.to(() => [Number(new URL(databaseUrl).port)]);
      backs.set(name, line);
      const through = Object.assign(new URL(databaseUrl), { port: String(line.port) }).href;
      const own = { DATABASE_URL: through, ...(port > 0 && { PORT: String(port) }), ...more?.(name) };
      return { name, script: join(dist, 'apps', app, 'main.js'), env: { ...env, ...own } };
    });
    const supervisor = supervise(await Promise.all(specs), {
      signal: new AbortController().signal,
      write: hear,
      ...{ firstPauseMs: 100, longestPauseMs: 1000, shortRuns: 100 },
    });
    return new Processes(ports, supervisor);
  }

  async ready(): Promise<void> {
    for (const port of this.ports)
      await until('the api', async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok, 180);
  }

  pids(): Record<string, number> {
    return this.supervisor.pids();
  }

  /** As an operator stops them. */
  stop(): Promise<void> {
    return this.supervisor.stop();
  }
}
