import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyAudit } from '#storage/audit/verify-audit.js';
import { Dice } from '../demo/dice.js';
import { Client } from './kills/client.js';
import { EventStream } from './kills/company.js';
import { backends, DoomedEssor, until } from './kills/doomed-essor.js';
import { FaultLine } from './kills/fault-line.js';
import { faults } from './kills/faults.js';
import { Proof } from './kills/proof.js';
import { SentLedger } from './kills/sent-ledger.js';

jest.setTimeout(900_000);

/** `npm run chaos` draws so many; SEED makes the first of them again. */
const episodes = Number(process.env.ESSOR_CHAOS_EPISODES ?? 3);
const first = Number(process.env.SEED ?? 20_261_123);
const available = backends.filter((backend) => backend.available);

/** Two apis, two workers and a database, a client that gives up on nothing, and whatever the seed brings upon them. */
describe.each(Array.from({ length: episodes }, (_, index) => first + index))('SEED=%i', (seed) => {
  const { backend } = available[seed % available.length] ?? { backend: 'PostgreSQL' };

  it(`with its jobs on ${backend}, loses nothing, doubles nothing and counts right`, async () => {
    const box = realpathSync(mkdtempSync(join(tmpdir(), 'essor-chaos-')));
    chmodSync(box, 0o711);
    const dice = new Dice(seed, 'chaos');
    const lines: FaultLine[] = [];
    const essor = new DoomedEssor(box, backend, {
      copies: 2,
      databaseThrough: async (address) => {
        const url = new URL(address);
        const line = await FaultLine.to(() => [Number(new URL(essor.databaseUrl).port)]);
        lines.push(line);
        url.port = String(line.port);
        return url.href;
      },
    });
    const ledger = new SentLedger(join(box, 'sent.jsonl'));
    try {
      await essor.start();
      const front = await FaultLine.to(() => [0, 1].map((copy) => Number(new URL(essor.url(copy)).port)));
      const [back] = lines;
      lines.push(front);
      if (!back) throw new Error('nothing stands between the processes and the database');
      const client = new Client(
        { url: () => `http://127.0.0.1:${front.port}`, key: essor.key },
        new EventStream(seed),
        ledger,
      );
      const order = [...dice.shuffled(Object.keys(faults)), dice.pick(Object.keys(faults)), 'an api is killed'];
      const stopped = new AbortController();
      const sending = client.send(8, stopped.signal);
      const told: string[] = [];
      try {
        for (const [index, name] of order.entries()) {
          const due = Math.round(((index + dice.share()) / (order.length + 1)) * client.batches);
          client.allow(due);
          await Promise.race([sending, until(`batch ${due}`, () => client.acknowledged >= due, 120)]);
          client.allowMore(4);
          told.push(name);
          await faults[name]?.({ essor, front, back, dice });
        }
        client.allow(Infinity);
        await sending;
      } catch (error) {
        throw new Error(`after ${told.join(', ')}: ${String(error)}`, { cause: error });
      } finally {
        stopped.abort();
      }
      expect(client.acknowledged).toBe(client.batches);
      const proof = new Proof(essor, client, ledger);
      await proof.isStoredOnce();
      await proof.isCounted();
      await proof.isRebuiltAlike();
      expect((await verifyAudit(essor.owner)).broken).toEqual([]);
      expect(endsOfTheirOwn(essor.log)).toEqual([]);
      expect(essor.log.filter((line) => /unhandled/i.test(line))).toEqual([]);
    } finally {
      await essor.leave();
      for (const line of lines) await line.close();
      ledger.close();
      rmSync(box, { recursive: true, force: true });
    }
  });
});

/** Ends that nobody ordered, of processes that were up: one on its way back may find the database away, and comes again. */
function endsOfTheirOwn(log: readonly string[]): string[] {
  const said = new Map<string, string[]>();
  return log.flatMap((line) => {
    const at = line.indexOf('|');
    const [name, text] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    const before = said.get(name) ?? [];
    said.set(name, text.startsWith('ended with') ? [] : [...before, text]);
    if (!text.startsWith('ended with') || /^ended with (SIGKILL|SIGTERM|code 0)\b/.test(text)) return [];
    return before.some((one) => /\b(listening|working)\b/.test(one))
      ? [[name, ...before.slice(-20), text].join('\n')]
      : [];
  });
}
