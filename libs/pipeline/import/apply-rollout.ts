import { type EntityManager } from 'typeorm';
import { type Located } from '#connectors/rejection.js';
import { checkGroups, checkMandates, checkMembers, checkWaves } from '#connectors/directory/check-rollout.js';
import { saveGroups } from '#storage/directory/groups.js';
import { entityKeys, waveKeys } from '#storage/directory/known.js';
import { ordinalsOf } from '#storage/directory/people.js';
import { fromOf } from '#storage/directory/period.js';
import { saveMandates, saveMembers, saveWaves, type WaveInput } from '#storage/directory/rollout.js';
import { type Applied, emptyApplied } from './applied.js';
import { type DirectoryRows } from './directory-rows.js';
import { waveInput } from './wave-fields.js';

export async function applyWaves(
  tx: EntityManager,
  organizationId: string,
  rows: DirectoryRows['waves'],
): Promise<Applied> {
  const { rows: good, rejections } = checkWaves(rows, await entityKeys(tx, organizationId));
  const applied = emptyApplied(rejections);
  const waves: WaveInput[] = [];
  const taken = new Map<string, string>();
  for (const located of good) {
    const wave = waveInput(located);
    if ('code' in wave) {
      applied.rejections.push(wave);
    } else if (wave.entities.some((entity) => taken.has(entity))) {
      const message = 'An earlier wave has one of these entities.';
      applied.rejections.push({
        line: located.line,
        id: wave.waveId,
        code: 'entity_in_two_waves',
        field: 'entities',
        message,
      });
    } else {
      for (const entity of wave.entities) taken.set(entity, wave.waveId);
      waves.push(wave);
    }
  }
  const changed = await saveWaves(tx, organizationId, waves);
  return {
    ...applied,
    accepted: changed.size,
    duplicates: waves.length - changed.size,
    days: changed.size > 0 ? ['-infinity'] : [],
  };
}

export async function applyMembers(
  tx: EntityManager,
  organizationId: string,
  rows: DirectoryRows['members'],
): Promise<Applied> {
  const ordinals = await ordinalsOf(
    tx,
    organizationId,
    rows.map(({ row }) => row.personId),
  );
  const checked = checkMembers(rows, await waveKeys(tx, organizationId), new Set(ordinals.keys()));
  const members = checked.rows.map(({ row }) => ({ ...row, ordinal: ordinals.get(row.personId) ?? -1 }));
  const changed = await saveMembers(tx, organizationId, members);
  return periods(checked.rows, changed, emptyApplied(checked.rejections));
}

const roles = new Set(['ambassador', 'sponsor', 'community_manager']);

export async function applyMandates(
  tx: EntityManager,
  organizationId: string,
  rows: DirectoryRows['mandates'],
): Promise<Applied> {
  const known = rows.filter(({ row }) => roles.has(row.role));
  const ordinals = await ordinalsOf(
    tx,
    organizationId,
    known.map(({ row }) => row.personId),
  );
  const checked = checkMandates(known, new Set(ordinals.keys()), await entityKeys(tx, organizationId));
  const applied = emptyApplied(checked.rejections);
  for (const { line, row } of rows) {
    if (roles.has(row.role)) continue;
    const message = 'The role is ambassador, sponsor or community_manager.';
    applied.rejections.push({ line, id: row.personId, code: 'unknown_role', field: 'role', message });
  }
  const mandates = checked.rows.map(({ row }) => ({ ...row, ordinal: ordinals.get(row.personId) ?? -1 }));
  return periods(checked.rows, await saveMandates(tx, organizationId, mandates), applied);
}

export async function applyGroups(
  tx: EntityManager,
  organizationId: string,
  rows: DirectoryRows['groups'],
): Promise<Applied> {
  const { rows: good, rejections } = checkGroups(rows);
  const changed = await saveGroups(
    tx,
    organizationId,
    good.map(({ row }) => row),
  );
  const days = changed.size > 0 ? ['-infinity'] : [];
  return { ...emptyApplied(rejections), accepted: changed.size, duplicates: good.length - changed.size, days };
}

function periods(
  rows: readonly Located<{ from: string | null }>[],
  changed: readonly number[],
  applied: Applied,
): Applied {
  const days = changed.map((index) => fromOf(rows[index]?.row.from ?? null));
  return { ...applied, accepted: changed.length, duplicates: rows.length - changed.length, days };
}
