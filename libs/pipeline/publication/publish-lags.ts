import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { cellOf } from '#domain/mask/cell-of.js';
import { maskOf } from '#storage/measures/mask.repository.js';
import { countLags, lagMeasures } from '#storage/measures/lags.repository.js';
import { type OrganizationFacts } from '#storage/organization/organization.js';
import { lagsAsOf, lastClosedBlockEnd, replaceLags } from '#storage/publication/lag.repository.js';
import { maskLags } from './mask-lags.js';

/**
 * Counts how long things take, as of the last complete Sunday, and publishes it. Of real people that is the last block
 * end whose publication is closed, said once: a later change would be about few. Safe to repeat.
 */
export async function publishLags(
  tx: EntityManager,
  organization: OrganizationFacts,
  lastSunday: Day | null,
): Promise<void> {
  const { id } = organization;
  const isPersonal = organization.class === 'personal';
  const sunday = isPersonal ? await lastClosedBlockEnd(tx, id) : lastSunday;
  if (sunday === null || (isPersonal && (await lagsAsOf(tx, id)) === sunday)) return;
  const mask = await maskOf(tx, id, sunday);
  if (!mask) return;
  await countLags(tx, id, sunday, cellOf(mask));
  await replaceLags(tx, id, sunday, maskLags(mask, await lagMeasures(tx, id), organization));
}
