import { type Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type QueryRunner } from 'typeorm';
import { copyColumns, copyLine } from './copy-text.js';
import { type EventRow } from './event-row.js';
import { createIncoming } from './event.sql.js';

const prepared = new WeakSet<Client>();

/** Creates the temporary table of the connection. To be called outside a transaction, which could take it back. */
export async function prepareIncoming(runner: QueryRunner): Promise<void> {
  const client = (await runner.connect()) as Client;
  if (prepared.has(client)) return;
  await client.query(createIncoming);
  prepared.add(client);
}

/** Brings the rows at these positions into the temporary table, the fastest way that there is. */
export async function copyIncoming(
  runner: QueryRunner,
  rows: readonly (EventRow | null)[],
  positions: readonly number[],
): Promise<void> {
  const client = (await runner.connect()) as Client;
  let text = '';
  for (const position of positions) {
    const row = rows[position];
    if (row) text += copyLine(position, row);
  }
  const copy = client.query(copyFrom(`copy incoming_event (${copyColumns}) from stdin`));
  await new Promise<void>((resolve, reject) => {
    copy.on('error', reject);
    copy.on('finish', resolve);
    copy.end(Buffer.from(text));
  });
}

/** The commit empties it too, but a file read in one transaction has many batches. */
export async function emptyIncoming(runner: QueryRunner): Promise<void> {
  await runner.query('truncate incoming_event');
}
