import { from as copyFrom } from 'pg-copy-streams';
import { type Client } from 'pg';
import { type DataSource, EntitySchema } from 'typeorm';
import { eventRowOf } from '#pipeline/ingest/event-row-of.js';
import { runImport } from '#pipeline/import/run-import.js';
import { checkEvent } from '#connectors/event/canonical-event.js';
import { fileInMemory } from '#connectors/file-input.js';
import { openDatabase } from '#storage/database.js';
import { copyColumns, copyLine } from '#storage/event/copy-text.js';
import { type EventRow } from '#storage/event/event-row.js';
import { forgetMarks, foundCompany } from './company.js';
import { type Line, median, milliseconds, quantile, spread } from './figures.js';
import { type Stage } from './stage.js';
import { batchesOf, bodiesOf, freshEvents, send, type Sender, senderFor, type WireEvent } from './wire.js';

const rate = (count: number, ms: number) => (count / ms) * 1000;
const rateOf = async (count: number, work: () => Promise<unknown>) => rate(count, await milliseconds(work));

/** Rates in events per second, one of each per round, so that all of them see the same machine. */
interface Rates {
  http: number[];
  again: number[];
  heap: number[];
  table: number[];
  file: number[];
  insert: number[];
  save: number[];
  p99: number[];
}

export async function ingestLines(stage: Stage, rounds: number, size: number): Promise<Line[]> {
  const company = await foundCompany(stage.owner, 'ingest', 8000);
  const sender = await senderFor(stage.owner, stage.base, company.id);
  const peers = await Peers.open(stage, company.id);
  const rates: Rates = { http: [], again: [], heap: [], table: [], file: [], insert: [], save: [], p99: [] };
  await send(sender, bodiesOf(freshEvents(size), 1000), 4);
  for (let round = 0; round < rounds; round += 1) {
    const bodies = bodiesOf(freshEvents(size), 1000);
    rates.heap.push(await rateOf(size, peers.copy('bench_heap', size)));
    rates.http.push(await rateOf(size, () => send(sender, bodies, 4)));
    rates.again.push(await rateOf(size, () => send(sender, bodies, 4)));
    rates.table.push(await rateOf(size, peers.copy('event', size)));
    rates.file.push(await rateOf(size, peers.file(stage.work, company.id, size)));
    rates.insert.push(await rateOf(5000, peers.orm('insert', 5000)));
    rates.save.push(await rateOf(1000, peers.orm('save', 1000)));
    rates.p99.push(quantile(await smallRequests(sender, size / 5), 0.99));
  }
  await peers.close();
  await forgetMarks(stage.owner, company);
  return linesOf(rates, size);
}

const smallRequests = (sender: Sender, events: number) => send(sender, bodiesOf(freshEvents(events), 100), 16);

function linesOf(rates: Rates, size: number): Line[] {
  const against = (
    work: string,
    mine: keyof Rates,
    peer: keyof Rates,
    name: string,
    least: number,
    note = '',
  ): Line => {
    const ratio = median(rates[mine].map((value, round) => value / (rates[peer][round] ?? Number.NaN)));
    return {
      ...{
        work,
        measured: `${spread(rates[mine])} events/s`,
        peer: `${ratio.toFixed(2)} × ${name} ${spread(rates[peer])}`,
      },
      ...{ target: `≥ ${least} ×`, met: ratio >= least, note },
    };
  };
  const http = `HTTP ingest, 1,000 per request, ${size.toLocaleString('en')} events, 4 clients`;
  return [
    against(http, 'http', 'heap', 'COPY into an index-free heap', 0.12),
    against('the same', 'http', 'table', 'COPY into the same table', 0.25),
    against('the same', 'http', 'insert', 'ORM insert, 1,000 per call', 3),
    against('the same', 'http', 'save', 'ORM save, 1,000 per call', 100),
    {
      ...{ work: 'HTTP ingest, 100 per request, 16 clients: p99', measured: `${spread(rates.p99)} ms`, peer: '' },
      ...{ target: '< 150 ms', met: median(rates.p99) < 150, note: 'client on the same cores' },
    },
    against('duplicates replayed', 'again', 'http', 'first send', 1.2),
    against('file import (canonical CSV)', 'file', 'http', 'the same rows over HTTP', 1.5),
  ];
}

interface OrmRow extends Omit<EventRow, 'sourceId' | 'importId' | 'occurredAt' | 'groupKey'> {
  organization_id: string;
  source_id: number;
  occurred_at: string;
}

const ormTable = new EntitySchema<OrmRow>({
  name: 'bench_orm',
  columns: {
    organization_id: { type: 'uuid', primary: true },
    day: { type: 'date', primary: true },
    source_id: { type: 'integer', primary: true },
    id: { type: 'uuid', primary: true },
    digest: { type: 'bigint' },
    occurred_at: { type: 'timestamptz' },
    kind: { type: 'smallint' },
    quantity: { type: 'integer' },
    actor: { type: 'text' },
    object: { type: 'text', nullable: true },
    parent: { type: 'text', nullable: true },
    target: { type: 'text', nullable: true },
  },
});

/** Other ways to bring the same rows into the same database. */
class Peers {
  private constructor(
    private readonly owner: DataSource,
    private readonly entities: DataSource,
    private readonly organizationId: string,
  ) {}

  static async open({ owner, url }: Stage, organizationId: string): Promise<Peers> {
    await owner.query(`create table bench_heap (like event)`);
    await owner.query(`create table bench_orm (like event including all)`);
    await owner
      .query(`alter table bench_orm add primary key (organization_id, day, source_id, id)`)
      .catch(() => undefined);
    const entities = await openDatabase(url, { poolSize: 1, tables: [ormTable as never] });
    return new Peers(owner, entities, organizationId);
  }

  copy(table: 'bench_heap' | 'event', count: number): () => Promise<void> {
    const columns = copyColumns.replace('position', 'organization_id');
    const lines = rowsOf(freshEvents(count)).map((row) => copyLine(0, row).replace(/^0/, this.organizationId));
    return async () => {
      const runner = this.owner.createQueryRunner();
      try {
        const client = (await runner.connect()) as Client;
        const copy = client.query(copyFrom(`copy ${table} (${columns}) from stdin`));
        const done = new Promise<void>((resolve, reject) => copy.on('error', reject).on('finish', resolve));
        for (const part of batchesOf(lines, 1000)) if (!copy.write(part.join(''))) await drained(copy);
        copy.end();
        await done;
      } finally {
        await runner.release();
      }
    };
  }

  file(work: DataSource, organizationId: string, count: number): () => Promise<unknown> {
    const header = 'id,occurred_at,kind,actor,object\n';
    const lines = freshEvents(count).map(
      ({ id, occurred_at: at, kind, actor, object }) => `${id},${at},${kind},${actor},${object}\n`,
    );
    const bytes = Buffer.from(header + lines.join(''));
    return async () => {
      const report = await runImport(work, {
        ...{ organizationId, kind: 'events', fileName: 'bench.csv', now: new Date() },
        settings: { source: 'bench file' },
        input: fileInMemory(bytes),
      });
      if (report.accepted !== count) throw new Error(`Of ${count} rows ${report.accepted} went in.`);
    };
  }

  orm(how: 'insert' | 'save', count: number): () => Promise<void> {
    const repository = this.entities.getRepository(ormTable);
    const rows = rowsOf(freshEvents(count)).map((row) => ({
      ...{
        organization_id: this.organizationId,
        day: row.day,
        source_id: row.sourceId,
        id: row.id,
        digest: row.digest,
      },
      ...{ occurred_at: row.occurredAt, kind: row.kind, quantity: row.quantity, actor: row.actor, object: row.object },
      ...{ parent: row.parent, target: row.target },
    }));
    return async () => {
      for (const batch of batchesOf(rows, 1000))
        await (how === 'insert' ? repository.insert(batch) : repository.save(batch));
    };
  }

  async close(): Promise<void> {
    await this.entities.destroy();
    await this.owner.query(`drop table bench_heap, bench_orm`);
  }
}

const drained = (stream: NodeJS.WritableStream) => new Promise<void>((resolve) => void stream.once('drain', resolve));

function rowsOf(events: readonly WireEvent[]): EventRow[] {
  const now = new Date();
  return events.map((event) => {
    const checked = checkEvent(event, now);
    if ('code' in checked) throw new Error(`A benchmark's own event is refused: ${checked.code}`);
    return eventRowOf(checked.event, 1, null);
  });
}
