import { setTimeout as pause } from 'node:timers/promises';
import { type Company } from './company.js';
import { type Line, median, quantile } from './figures.js';
import { bodiesOf, freshEvents, send, type Sender } from './wire.js';

const pages: Record<string, string> = {
  frame: '',
  summary: '/summary',
  rollout: '/rollout',
  comparison: '/comparison?indicator=K08',
  exemplarity: '/exemplarity',
  ambassadors: '/ambassadors',
  'entities, heat': '/indicators?keys=K20&by=entity&latest=true',
  'a year of two indicators': '/indicators?keys=K20,K03b&from=2000-01-01',
};

/** How long each page takes in milliseconds, asked in turns so that all of them see the same machine. */
export type ReadTimes = Map<string, number[]>;

export async function readTimes(base: string, cookie: string, { slug }: Company, rounds: number): Promise<ReadTimes> {
  const routes = { constant: '/healthz', ...mapped(pages, (path) => `/v1/organizations/${slug}${path}`) };
  const times: ReadTimes = new Map(Object.keys(routes).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, path] of Object.entries(routes)) {
      const start = performance.now();
      const answer = await fetch(`${base}${path}`, { headers: { cookie } });
      await answer.text();
      if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`);
      // The first reading of all is what comes after a publication, and once in a process.
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return times;
}

const mapped = (record: Record<string, string>, to: (value: string) => string) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));

export function readLines(times: ReadTimes, people: number, load: string): Line[] {
  const constant = median(times.get('constant') ?? []);
  return [...times].map(([name, values]) => {
    const [p50, p99] = [median(values), quantile(values, 0.99)];
    return {
      work: `read ${name}, ${people.toLocaleString('en')} people, 52 weeks, ${load}`,
      measured: `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (n ${values.length})`,
      peer: `${(p50 / constant).toFixed(1)} × a constant route`,
      target: 'p50 ≤ 2 ×, p99 < 50 ms',
      met: name === 'constant' ? null : p50 <= 2 * constant && p99 < 50,
      note: '',
    };
  });
}

export function readGrowthLine(small: ReadTimes, large: ReadTimes, people: [number, number]): Line {
  const ratios = Object.keys(pages).map((name) => median(large.get(name) ?? []) / median(small.get(name) ?? []));
  const worst = Math.max(...ratios);
  return {
    work: `growth of every read from ${people[0].toLocaleString('en')} to ${people[1].toLocaleString('en')} people`,
    ...{ measured: `worst ${worst.toFixed(2)} ×, median ${median(ratios).toFixed(2)} ×`, peer: '' },
    ...{ target: '≤ 1.2 ×', met: worst <= 1.2, note: 'the same 156 entities; target up to 300,000' },
  };
}

/** A steady stream of events until it is stopped: 1,000 a second. */
export async function underLoad<T>(sender: Sender, work: () => Promise<T>): Promise<T> {
  let over = false;
  const stream = (async () => {
    while (!over) {
      const start = performance.now();
      await send(sender, bodiesOf(freshEvents(100), 100), 1);
      await pause(Math.max(0, 100 - (performance.now() - start)));
    }
  })();
  try {
    return await work();
  } finally {
    over = true;
    await stream;
  }
}
