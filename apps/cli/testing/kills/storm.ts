import { Dice } from '../../demo/dice.js';
import { type Client } from './client.js';
import { type Storm } from './episode.js';
import { type Fault } from './faults.js';
import { type Finding } from './finding.js';
import { handInMoves } from './found-company.js';
import { until } from './until.js';
import { WatchedWeeks } from './watched-weeks.js';

/** Looks at what is published, and has the clients send all that they have; what `work` does happens meanwhile. */
export async function whileSending(
  { essor, sides }: Storm,
  work: (client: Client, allow: (share: number) => void) => Promise<void>,
): Promise<Finding[]> {
  const [{ client } = {}] = sides;
  if (!client) return [];
  const stopped = new AbortController();
  const weeks = new WatchedWeeks(essor.owner);
  const watching = weeks.watch(stopped.signal);
  const sending = Promise.all(sides.map((side, index) => side.client.send(index === 0 ? 6 : 2, stopped.signal)));
  const allow = (share: number) => sides.forEach((side) => side.client.allow(share * side.client.batches));
  try {
    await work(client, allow);
    allow(Infinity);
    await until('everything to be acknowledged', () => sides.every((side) => side.client.isDone), 120);
    await sending;
    return weeks.findings();
  } catch (error) {
    const what = `${String(error)}\n${essor.log.slice(-30).join('\n')}`;
    return [...weeks.findings(), { invariant: 'I3', what }];
  } finally {
    stopped.abort();
    await Promise.allSettled([sending, watching]);
  }
}

/** Each fault in its turn, when so much is sent as is due by then and something is under way. */
export function drawnFaults(
  order: readonly string[],
  faults: Record<string, Fault>,
): (storm: Storm) => Promise<Finding[]> {
  return (storm) =>
    whileSending(storm, async (client, allow) => {
      const { essor, front, seed, report } = storm;
      const dice = new Dice(seed, 'chaos');
      for (const [index, name] of order.entries()) {
        const due = (index + 0.2 + 0.6 * dice.share()) / (order.length + 1);
        allow(due);
        await until(`batch ${due} before ${name}`, () => client.acknowledged >= Math.floor(due * client.batches), 60);
        if (index === Math.floor(order.length / 2)) await handIn(storm);
        const before = client.acknowledged;
        await faults[name]?.({ essor, client, front, dice });
        const began = performance.now();
        client.allowMore(4);
        await until(`an answer after ${name}`, () => client.acknowledged > before || client.isDone, 60);
        report.recovered[name] = Math.round(performance.now() - began);
      }
    });
}

/** Some work elsewhere from now on; who hands it in tries again, too. */
export async function handIn({ essor }: Storm): Promise<void> {
  const [acme] = essor.companies;
  if (!acme) return;
  const tried = async () => {
    await handInMoves(essor.owner, acme);
    return true;
  };
  await until('the directory to be taken in', tried, 30);
}
