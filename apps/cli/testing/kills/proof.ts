import { spawnSync } from 'node:child_process';
import { exactRows } from '#pipeline/exact/exact-rows.js';
import { rowsOf } from '#storage/database.js';
import { leftOver } from '#storage/left-over/left-over.js';
import { maskOf } from '#storage/measures/mask.repository.js';
import { organizationById } from '#storage/organization/organization.js';
import { type Client } from './client.js';
import { sites, top, total, weekEnds } from './company.js';
import { digests, measuredPeople, storedWeeks } from './derived.js';
import { type DoomedEssor, secret, until } from './doomed-essor.js';
import { Recount } from './recount.js';
import { type SentLedger } from './sent-ledger.js';

/** Holds what an Essor has stored and counted against the ledger of its client. */
export class Proof {
  private readonly sent;
  private readonly recount: Recount;

  constructor(
    private readonly essor: DoomedEssor,
    private readonly client: Client,
    ledger: SentLedger,
  ) {
    this.sent = ledger.read();
    this.recount = new Recount(this.sent);
  }

  /** Every acknowledged event once, no other one, and the hours of its source add up to the same. */
  async isStoredOnce(): Promise<void> {
    const { sent, client, essor } = this;
    const stored = await rowsOf<{ id: string; times: number }>(
      essor.owner,
      `select id, count(*) as times from event where organization_id = $1 group by id`,
      [essor.organizationId],
    );
    expect(stored.filter(({ times }) => times !== 1)).toEqual([]);
    const [known, kept] = [sent, stored].map((rows) => new Set(rows.map(({ id }) => id)));
    expect([...(known ?? [])].filter((id) => !kept?.has(id))).toEqual([]);
    expect([...(kept ?? [])].filter((id) => !known?.has(id))).toEqual([]);
    expect(sent.length).toBeLessThan(total);
    const [hours] = await rowsOf<{ accepted: number }>(
      essor.owner,
      `select sum(accepted)::integer as accepted from source_hour where organization_id = $1`,
      [essor.organizationId],
    );
    expect(hours?.accepted).toBe(sent.length);
    // What the client was told can only fall short by the answers that were lost.
    expect(client.counted.accepted).toBeLessThanOrEqual(sent.length);
    expect(client.counted.accepted + client.counted.duplicates).toBe(total);
  }

  /** Waits until nothing is left, ends the processes, and counts again. */
  async isCounted(): Promise<void> {
    const { essor, recount } = this;
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
    expect(await measuredPeople(essor.owner)).toEqual(await this.recounted());
    expect(await this.exact()).toEqual(this.recountedBySite());
  }

  /** The processes have ended. */
  async isRebuiltAlike(): Promise<void> {
    const { owner, databaseUrl } = this.essor;
    const before = await digests(owner);
    expect(before.published_count).not.toMatch(/^0 rows/);
    expect(before.measure_cohort).not.toMatch(/^0 rows/);
    const { status, stderr } = spawnSync(process.execPath, ['dist/apps/cli/main.js', 'recompute', '--org', 'acme'], {
      env: { ...process.env, DATABASE_URL: databaseUrl, APP_SECRET: secret },
      encoding: 'utf8',
    });
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    expect(await digests(owner)).toEqual(before);
  }

  private async recounted(): Promise<Record<string, number[]>> {
    const { essor, recount } = this;
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

  private async exact(): Promise<Record<string, number | null>> {
    const organization = await organizationById(this.essor.owner, this.essor.organizationId);
    const rows = await exactRows(this.essor.owner, organization, {
      indicators: ['K04.login', 'K04.act'],
      by: 'entity',
      window: '7',
      from: weekEnds.at(-2) ?? '',
      to: weekEnds.at(-1) ?? '',
    });
    return Object.fromEntries(rows.map((row) => [`${row.periodEnd}/${row.indicator}/${row.slice}`, row.numerator]));
  }

  private recountedBySite(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const sunday of weekEnds.slice(-2)) {
      for (const what of ['login', 'act'] as const) {
        const bySite = this.recount.distinct(what, sunday, 7);
        for (const site of sites) counts[`${sunday}/K04.${what}/${site}`] = bySite.get(site) ?? 0;
        // Those whom no directory names stand under the top.
        counts[`${sunday}/K04.${what}/${top}`] = sum([...bySite.values()]);
      }
    }
    return counts;
  }
}

const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0);
