import { type DataSource, type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';
import { isDistributed } from './is-distributed.js';
import { placements } from './placements.js';

/** A table as the catalogue has it. */
export interface Standing {
  name: string;
  /** Whether it is where it belongs already. */
  placed: boolean;
  /** The other tables to which it holds foreign keys. */
  references: readonly string[];
}

/**
 * Brings each table to its place that is not there yet: all of them, or none. On one machine there is nothing to do. Asked
 * after every migration, so that a new table, and an extension that comes later, need no migration of their own.
 */
export async function distribute(owner: DataSource): Promise<string[]> {
  if (!(await isDistributed(owner))) return [];
  return owner.transaction((tx) => bringAll(tx));
}

/** Where there is what distributes. Returns what it brought to its place. */
export async function bringAll(tx: EntityManager): Promise<string[]> {
  const placing = placingOf(await rowsOf<Standing>(tx, catalogue));
  if (placing.length === 0) return [];
  await tx.query(prepared);
  for (const { statement } of placing) await tx.query(statement);
  return placing.map(({ name }) => name);
}

/** In an order that foreign keys allow: what all machines have first, and what is referred to before what refers to it. */
export function placingOf(standing: readonly Standing[]): { name: string; statement: string }[] {
  return [
    ...inOrder(placements.reference, standing).map((name) => ({
      name,
      statement: `select create_reference_table('${name}')`,
    })),
    // Beside one another: all are distributed by a key of one type.
    ...inOrder(placements.distributed, standing).map((name) => ({
      name,
      statement: `select create_distributed_table('${name}', 'organization_id')`,
    })),
  ];
}

function inOrder(names: readonly string[], standing: readonly Standing[]): string[] {
  const waiting = new Map(
    standing.filter(({ name, placed }) => !placed && names.includes(name)).map((one) => [one.name, one.references]),
  );
  const order: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, references]) => references.every((other) => !waiting.has(other)));
    if (ready.length === 0) throw new Error(`tables refer to one another: ${[...waiting.keys()].join(', ')}`);
    for (const [name] of ready) waiting.delete(name);
    order.push(...ready.map(([name]) => name));
  }
  return order;
}

const catalogue = `
  select c.relname as name, p.logicalrelid is not null as placed,
         array(select distinct r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
                where f.contype = 'f' and f.conrelid = c.oid and f.confrelid <> c.oid) as references
    from pg_class c left join pg_dist_partition p on p.logicalrelid = c.oid
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
   order by 1`;

// A policy with a subselect is refused there, so the setting is read as it stands. Settings of a transaction reach the other
// machines where the database says so. With keys to tables that all machines have, one connection does it all.
const prepared = `
  set local citus.multi_shard_modify_mode = 'sequential';
  create or replace function raise_wall(walled regclass, named text default 'organization_id') returns void
  language plpgsql as $$
  begin
    execute format('alter table %s enable row level security, force row level security', walled);
    execute format('drop policy if exists owner on %s', walled);
    execute format('create policy owner on %s to current_user using (true)', walled);
    execute format('drop policy if exists organization on %s', walled);
    execute format('create policy organization on %s using (%I = current_setting(''essor.organization'')::uuid)', walled, named);
  end $$;
  do $$
  declare
    one regclass;
  begin
    -- The log of what was done stays where it is, with a policy of its own.
    for one in select polrelid from pg_policy where polname = 'organization' and polrelid <> 'audit'::regclass loop
      perform raise_wall(one, case one::text when 'organization' then 'id' else 'organization_id' end);
    end loop;
    execute format('alter database %I set citus.propagate_set_commands = %L', current_database(), 'local');
  end $$`;
