import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dice } from '../demo/dice.js';
import { Client } from './kills/client.js';
import { EventStream } from './kills/company.js';
import { backends, DoomedEssor, until } from './kills/doomed-essor.js';
import { Proof } from './kills/proof.js';
import { SentLedger } from './kills/sent-ledger.js';

jest.setTimeout(600_000);
const seed = Number(process.env.ESSOR_KILL_SEED ?? 20_260_706);

describe.each(backends)('with its jobs on $backend', ({ backend, available }) => {
  const test = available ? it : it.skip;
  let box: string;
  let essor: DoomedEssor;
  let client: Client;
  let ledger: SentLedger;

  beforeAll(async () => {
    if (!available) return;
    box = realpathSync(mkdtempSync(join(tmpdir(), 'essor-kills-')));
    chmodSync(box, 0o711);
    essor = new DoomedEssor(box, backend);
    await essor.start();
    ledger = new SentLedger(join(box, 'sent.jsonl'));
    client = new Client(essor, new EventStream(seed), ledger);
  });
  afterAll(async () => {
    await essor?.leave();
    ledger?.close();
    if (box) rmSync(box, { recursive: true, force: true });
  });

  const proof = () => new Proof(essor, client, ledger);
  const jobsAtWork = async () => (await essor.jobsAtWork()) > 0;
  /** Each strikes only when it cuts something short. The client sends on, a little, so that there is something to cut. */
  const faults = {
    api: async () => {
      await essor.kill('api', async () => {
        client.allowMore(6);
        return client.inFlight > 0;
      });
    },
    worker: async () => {
      const trickle = setInterval(() => client.allowMore(1), 500);
      await essor.kill('worker', jobsAtWork).finally(() => clearInterval(trickle));
    },
    postgres: async () => {
      const trickle = setInterval(() => client.allowMore(1), 500);
      await essor
        .killPostgres(async () => {
          if (!(await jobsAtWork())) return false;
          client.allowMore(6);
          await until('a request', () => client.inFlight > 0, 5);
          return true;
        })
        .finally(() => clearInterval(trickle));
    },
  };

  test('api and worker die three times each and the database once, and every event is acknowledged in the end', async () => {
    const dice = new Dice(seed, 'faults');
    const order = dice.shuffled(['api', 'worker', 'api', 'worker', 'api', 'worker', 'postgres'] as const);
    const { batches } = client;
    const stopped = new AbortController();
    const sending = client.send(6, stopped.signal);
    try {
      for (const [index, fault] of order.entries()) {
        const due = Math.round(((index + 0.2 + 0.6 * dice.share()) / (order.length + 1)) * batches);
        client.allow(due);
        await Promise.race([sending, until(`batch ${due}`, () => client.acknowledged >= due, 120)]);
        const before = sum(client.unanswered);
        await faults[fault]();
        // The requests that were on their way got no acknowledgement: they must have been cut or refused.
        if (fault !== 'worker') await until(`the ${fault} to be missed`, () => sum(client.unanswered) > before);
      }
      client.allow(Infinity);
      await sending;
    } finally {
      stopped.abort();
    }
    expect(client.acknowledged).toBe(batches);
    expect(client.unanswered.cut).toBeGreaterThanOrEqual(3);
  });

  test('every acknowledged event is stored once, and nothing else is', () => proof().isStoredOnce());
  test('the work that was cut off is done, and comes to what the client counts', () => proof().isCounted());
  test('recomputing from scratch changes no measure and no publication', () => proof().isRebuiltAlike());
});

const sum = (counts: Record<string, number> | number[]) => Object.values(counts).reduce((all, count) => all + count, 0);
