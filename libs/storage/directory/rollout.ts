import { type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';
import { fromOf, toOf } from './period.js';

export interface WaveInput {
  waveId: string;
  name: string;
  kind: string;
  plannedStart: string;
  plannedEnd: string;
  actualStart: string | null;
  actualEnd: string | null;
  entities: readonly string[];
  target: number;
  curve: readonly { date: string; share: number }[];
}

/** The row and the entities of each wave become what is given. Returns the keys of those that changed. Safe to repeat. */
export async function saveWaves(
  tx: EntityManager,
  organizationId: string,
  waves: readonly WaveInput[],
): Promise<Set<string>> {
  const changed = new Set<string>();
  for (const wave of waves) {
    const curve = wave.curve.length === 0 ? null : JSON.stringify(wave.curve);
    const written = await rowsOf(
      tx,
      `
      insert into wave as kept (organization_id, key, name, kind, planned_start, planned_end, actual_start, actual_end, target, curve)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      on conflict (organization_id, key) do update
         set name = excluded.name, kind = excluded.kind, planned_start = excluded.planned_start, planned_end = excluded.planned_end,
             actual_start = excluded.actual_start, actual_end = excluded.actual_end, target = excluded.target, curve = excluded.curve
       where (kept.name, kept.kind, kept.planned_start, kept.planned_end, kept.actual_start, kept.actual_end, kept.target, kept.curve)
             is distinct from
             (excluded.name, excluded.kind, excluded.planned_start, excluded.planned_end, excluded.actual_start, excluded.actual_end,
              excluded.target, excluded.curve)
      returning key
      `,
      [
        organizationId,
        wave.waveId,
        wave.name,
        wave.kind,
        wave.plannedStart,
        wave.plannedEnd,
        wave.actualStart,
        wave.actualEnd,
        wave.target,
        curve,
      ],
    );
    const removed = await execute(
      tx,
      `delete from wave_entity where organization_id = $1 and wave_key = $2 and entity_key <> all($3)`,
      [organizationId, wave.waveId, wave.entities],
    );
    const added = await rowsOf(
      tx,
      `
      insert into wave_entity as kept (organization_id, entity_key, wave_key) select $1, entity, $2 from unnest($3::text[]) as entity
      on conflict (organization_id, entity_key) do update set wave_key = excluded.wave_key where kept.wave_key <> excluded.wave_key
      returning entity_key
      `,
      [organizationId, wave.waveId, wave.entities],
    );
    if (written.length + removed + added.length > 0) changed.add(wave.waveId);
  }
  return changed;
}

export interface MemberInput {
  waveId: string;
  ordinal: number;
  from: string | null;
  to: string | null;
}

/** Returns the indexes of the rows that changed something. */
export async function saveMembers(
  tx: EntityManager,
  organizationId: string,
  members: readonly MemberInput[],
): Promise<number[]> {
  const rows = await rowsOf<{ index: number }>(
    tx,
    `
    with given as (
      select * from unnest($2::integer[], $3::text[], $4::integer[], $5::date[], $6::date[]) as row (index, wave_key, ordinal, valid_from, valid_to)
    ), changed as (
      select given.* from given
       where not exists (select from wave_member as kept
                          where kept.organization_id = $1 and (kept.wave_key, kept.ordinal, kept.valid_from, kept.valid_to)
                                = (given.wave_key, given.ordinal, given.valid_from, given.valid_to))
    ), written as (
      insert into wave_member (organization_id, wave_key, ordinal, valid_from, valid_to)
      select $1, wave_key, ordinal, valid_from, valid_to from changed
      on conflict (organization_id, wave_key, ordinal, valid_from) do update set valid_to = excluded.valid_to
    )
    select index from changed
    `,
    [
      organizationId,
      members.map((_, index) => index),
      members.map((row) => row.waveId),
      members.map((row) => row.ordinal),
      members.map((row) => fromOf(row.from)),
      members.map((row) => toOf(row.to)),
    ],
  );
  return rows.map((row) => row.index);
}

export interface MandateInput {
  ordinal: number;
  role: string;
  entity: string | null;
  from: string | null;
  to: string | null;
}

/** Returns the indexes of the rows that changed something. */
export async function saveMandates(
  tx: EntityManager,
  organizationId: string,
  mandates: readonly MandateInput[],
): Promise<number[]> {
  const rows = await rowsOf<{ index: number }>(
    tx,
    `
    with given as (
      select * from unnest($2::integer[], $3::integer[], $4::text[], $5::text[], $6::date[], $7::date[])
                 as row (index, ordinal, role, entity_key, valid_from, valid_to)
    ), changed as (
      select given.* from given
       where not exists (select from mandate as kept
                          where kept.organization_id = $1 and (kept.ordinal, kept.role, kept.valid_from, kept.valid_to)
                                = (given.ordinal, given.role, given.valid_from, given.valid_to)
                            and kept.entity_key is not distinct from given.entity_key)
    ), written as (
      insert into mandate (organization_id, ordinal, role, entity_key, valid_from, valid_to)
      select $1, ordinal, role, entity_key, valid_from, valid_to from changed
      on conflict (organization_id, ordinal, role, valid_from) do update
         set entity_key = excluded.entity_key, valid_to = excluded.valid_to
    )
    select index from changed
    `,
    [
      organizationId,
      mandates.map((_, index) => index),
      mandates.map((row) => row.ordinal),
      mandates.map((row) => row.role),
      mandates.map((row) => row.entity),
      mandates.map((row) => fromOf(row.from)),
      mandates.map((row) => toOf(row.to)),
    ],
  );
  return rows.map((row) => row.index);
}
