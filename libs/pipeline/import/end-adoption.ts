import { type EntityManager } from 'typeorm';
import { markWeeks } from '#storage/activity/dirty.js';
import { dropAdopted } from '#storage/directory/adopted.js';
import { markDaysWithEvents } from '#storage/directory/mark-events.js';
import { forgetProposedPlaces } from '#storage/directory/proposed-places.js';

/** People come who say where they are: what was taken over from a network goes, and everything is counted again. */
export async function endAdoption(tx: EntityManager, organizationId: string): Promise<void> {
  await forgetProposedPlaces(tx, organizationId);
  if (!(await dropAdopted(tx, organizationId))) return;
  await markWeeks(tx, organizationId, null);
  await markDaysWithEvents(tx, organizationId, null);
}
