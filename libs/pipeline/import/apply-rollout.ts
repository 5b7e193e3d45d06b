import { type EntityManager } from 'typeorm';
import { type Located } from '#connectors/rejection.js';
import { checkGroups, checkMandates, checkMembers, checkWaves } from '#connectors/directory/check-rollout.js';
import { saveGroups } from '#storage/directory/groups.js';
import { entityKeys, waveKeys } from '#storage/directory/known.js';
import { ordinalsOf } from '#storage/directory/people.js';
import { fromOf } from '#storage/directory/period.js';
import { saveMandates, saveMembers, saveWaves } from '#storage/directory/rollout.js';
import { type Applied, emptyApplied } from './applied.js';
import { type DirectoryRows } from './directory-rows.js';

export async function applyWaves(
  tx: EntityManager,
  organizationId: string,
  rows: DirectoryRows['waves'],
): Promise<Applied> {
  const { rows: good, rejections } = checkWaves(rows, await entityKeys(tx, organizationId));
  const changed = await saveWaves(
    tx,
    organizationId,
    good.map(({ row }) => row),
  );
  const days = changed.size > 0 ? ['-infinity'] : [];
  return { ...emptyApplied(rejections), accepted: changed.size, duplicates: good.length - changed.size, days };
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

export async function applyMandates(
  tx: EntityManager,
  organizationId: string,
  rows: DirectoryRows['mandates'],
): Promise<Applied> {
  const ordinals = await ordinalsOf(
    tx,
    organizationId,
    rows.map(({ row }) => row.personId),
  );
  const checked = checkMandates(rows, new Set(ordinals.keys()), await entityKeys(tx, organizationId));
  const mandates = checked.rows.map(({ row }) => ({ ...row, ordinal: ordinals.get(row.personId) ?? -1 }));
  return periods(checked.rows, await saveMandates(tx, organizationId, mandates), emptyApplied(checked.rejections));
}

export async function applyGroups(
  tx: EntityManager,
  organizationId: string,
  rows: DirectoryRows['groups'],
): Promise<Applied> {
  const { rows: good, rejections } = checkGroups(rows, await entityKeys(tx, organizationId));
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
