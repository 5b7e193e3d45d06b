import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { quantile } from './figures.js';
import { arrivals, askerOf, closedLoop, isAnswered, openLoop, recoveredAfter } from './open-loop.js';

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
      const slow = (samples: { ms: number }[]) => samples.filter(({ ms }) => ms > 600).length;
      // A second of two and a half: a hundred came within it, the first forty of them waited for so long.
      expect(slow(open)).toBeGreaterThan(20);
      expect(
        quantile(
          open.map(({ ms }) => ms),
          0.99,
        ),
      ).toBeGreaterThan(850);
      // The same stall is one sample here; more than five do not fit in, however busy the machine.
      expect(slow(closed)).toBeLessThan(6);
    } finally {
      server.closeAllConnections();
      other.closeAllConnections();
      server.close();
      other.close();
    }
  });

  it('knows from when on answers come as before', () => {
    const samples = (slow: (due: number) => boolean) =>
      Array.from({ length: 1000 }, (_, at) => ({ due: at * 10, ms: slow(at * 10) ? 500 : 5, status: 202 }));
    expect(
      recoveredAfter(
        samples((due) => due < 3000),
        10,
      ),
    ).toBeCloseTo(2.9, 1);
    expect(
      recoveredAfter(
        samples(() => false),
        10,
      ),
    ).toBe(0);
    expect(
      recoveredAfter(
        samples((due) => due % 1000 === 0),
        10,
      ),
    ).toBeLessThan(1);
    const refused = samples(() => false).map((one) => (one.due < 6000 ? { ...one, status: 503 } : one));
    expect(recoveredAfter(refused, 10)).toBeCloseTo(5.9, 1);
  });
});
