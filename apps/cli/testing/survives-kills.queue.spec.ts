import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exactRows } from '#pipeline/exact/exact-rows.js';
import { rowsOf } from '#storage/database.js';
import { maskOf } from '#storage/measures/mask.repository.js';
import { organizationById } from '#storage/organization/organization.js';
import { leftOver } from '#storage/left-over/left-over.js';
import { Dice } from '../demo/dice.js';
import { Client } from './kills/client.js';
import { EventStream, sites, top, total, weekEnds } from './kills/company.js';
import { digests, measuredPeople, storedWeeks } from './kills/derived.js';
import { backends, DoomedEssor, secret, until } from './kills/doomed-essor.js';
import { Recount } from './kills/recount.js';
import { SentLedger } from './kills/sent-ledger.js';

jest.setTimeout(600_000);
const seed = Number(process.env.ESSOR_KILL_SEED ?? 20_260_706);

describe.each(backends)('with its jobs on $backend', ({ backend, available }) => {
  const test = available ? it : it.skip;
  let box: string;
  let essor: DoomedEssor;
  let client: Client;
  let recount: Recount;
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

  test('every acknowledged event is stored once, and nothing else is', async () => {
    const events = ledger.read();
    const stored = await rowsOf<{ id: string; times: number }>(
      essor.owner,
      `select id, count(*) as times from event where organization_id = $1 group by id`,
      [essor.organizationId],
    );
    expect(stored.filter(({ times }) => times !== 1)).toEqual([]);
    const [sent, kept] = [events, stored].map((rows) => new Set(rows.map(({ id }) => id)));
    expect([...(sent ?? [])].filter((id) => !kept?.has(id))).toEqual([]);
    expect([...(kept ?? [])].filter((id) => !sent?.has(id))).toEqual([]);
    expect(events.length).toBeLessThan(total);
    const [hours] = await rowsOf<{ accepted: number; duplicates: number }>(
      essor.owner,
      `select sum(accepted)::integer as accepted, sum(duplicates)::integer as duplicates from source_hour`,
    );
    expect(hours?.accepted).toBe(events.length);
    // What the client was told can only fall short by the answers that were lost.
    expect(client.counted.accepted).toBeLessThanOrEqual(events.length);
    expect(client.counted.accepted + client.counted.duplicates).toBe(total);
    recount = new Recount(events);
  });

  test('the work that was cut off is done, and comes to what the client counts', async () => {
    await until(
      'nothing to be left',
      async () => {
        const { activity, measures, imports } = await leftOver(essor.owner);
        return activity.length + measures.length + imports.length === 0;
      },
      120,
    );
    await essor.stopProcesses();
    const actors = [...recount.weeks.keys()].map((week) => week.slice(week.indexOf('/') + 1));
    expect(await storedWeeks(essor.owner, actors)).toEqual(Object.fromEntries(recount.weeks));
    expect(await measuredPeople(essor.owner)).toEqual(await recounted());
    expect(await exact()).toEqual(recountedBySite());
  });

  test('recomputing from scratch changes no measure and no publication', async () => {
    const before = await digests(essor.owner);
    expect(before.published_count).not.toMatch(/^0 rows/);
    expect(before.measure_cohort).not.toMatch(/^0 rows/);
    const { status, stderr } = spawnSync(process.execPath, ['dist/apps/cli/main.js', 'recompute', '--org', 'acme'], {
      env: { ...process.env, DATABASE_URL: essor.databaseUrl, APP_SECRET: secret },
      encoding: 'utf8',
    });
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    expect(await digests(essor.owner)).toEqual(before);
  });

  async function recounted(): Promise<Record<string, number[]>> {
    const counts: Record<string, number[]> = {};
    for (const sunday of weekEnds) {
      const { nodes } = (await maskOf(essor.owner.manager, essor.organizationId, sunday)) ?? { nodes: [] };
      for (const days of [7, 28]) {
        const found = (['login', 'act', 'active'] as const).map((what) => recount.distinct(what, sunday, days));
        for (const { key, entities } of nodes.filter((node) => node.kind !== 'node')) {
          const people = found.map((bySite) => sum(entities.map((site) => bySite.get(site) ?? 0)));
          if (sum(people) > 0) counts[`${sunday}/${days}/${key}`] = people;
        }
      }
    }
    return counts;
  }

  async function exact(): Promise<Record<string, number | null>> {
    const organization = await organizationById(essor.owner, essor.organizationId);
    const rows = await exactRows(essor.owner, organization, {
      indicators: ['K04.login', 'K04.act'],
      by: 'entity',
      window: '7',
      from: weekEnds.at(-2) ?? '',
      to: weekEnds.at(-1) ?? '',
    });
    return Object.fromEntries(rows.map((row) => [`${row.periodEnd}/${row.indicator}/${row.slice}`, row.numerator]));
  }

  function recountedBySite(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const sunday of weekEnds.slice(-2)) {
      for (const what of ['login', 'act'] as const) {
        const bySite = recount.distinct(what, sunday, 7);
        for (const site of sites) counts[`${sunday}/K04.${what}/${site}`] = bySite.get(site) ?? 0;
        // Those whom no directory names stand under the top.
        counts[`${sunday}/K04.${what}/${top}`] = sum([...bySite.values()]);
      }
    }
    return counts;
  }
});

const sum = (counts: Record<string, number> | number[]) => Object.values(counts).reduce((all, count) => all + count, 0);
