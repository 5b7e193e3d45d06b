import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { quantile } from './figures.js';
import { arrivals, askerOf, closedLoop, isAnswered, openLoop } from './open-loop.js';

/** Answers at once, but for one second in which it answers nobody. */
function stallingServer(): Promise<Server> {
  let first = 0;
  const server = createServer((_, answer) => {
    first ||= performance.now();
    const age = performance.now() - first;
    setTimeout(() => answer.end('{}'), age > 500 && age < 1500 ? 1500 - age : 0);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('the generator of load', () => {
  it('draws arrivals that know nothing of one another, the same ones for a seed', () => {
    const times = arrivals({ rate: 500, seconds: 20, seed: 1 });
    expect(times).toEqual(arrivals({ rate: 500, seconds: 20, seed: 1 }));
    expect(times).not.toEqual(arrivals({ rate: 500, seconds: 20, seed: 2 }));
    expect(Math.abs(times.length - 10_000)).toBeLessThan(400);
    const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    // Of gaps drawn so, a share of 1/e is longer than their mean.
    expect(gaps.filter((gap) => gap > mean).length / gaps.length).toBeCloseTo(Math.exp(-1), 1);
  });

  it('counts what a stalled server keeps waiting; whoever waits for answers leaves it out', async () => {
    const [server, other] = [await stallingServer(), await stallingServer()];
    try {
      const shotAt = (one: Server) => {
        const ask = askerOf(`http://127.0.0.1:${(one.address() as AddressInfo).port}`);
        return () => ask('/', { headers: {} });
      };
      const [open, closed] = await Promise.all([
        openLoop({ rate: 100, seconds: 2.5, seed: 3 }, shotAt(server)),
        closedLoop(1, 2.5, shotAt(other)),
      ]);
      expect(open.every(isAnswered)).toBe(true);
      const slow = (samples: { ms: number }[]) => samples.filter(({ ms }) => ms > 100).length / samples.length;
      // A second of two and a half: those who came within it waited, half of it on average.
      expect(slow(open)).toBeGreaterThan(0.25);
      expect(
        quantile(
          open.map(({ ms }) => ms),
          0.99,
        ),
      ).toBeGreaterThan(850);
      // The same stall is one sample of hundreds here: no percentile of it tells.
      expect(slow(closed)).toBeLessThan(0.05);
    } finally {
      server.closeAllConnections();
      other.closeAllConnections();
      server.close();
      other.close();
    }
  });
});
