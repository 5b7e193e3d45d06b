import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import * as sql from './habit.sql.js';

/** Clears and fills what became of people's habit, from the slices and cells of the week that is being counted. */
export async function countHabit(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  { personas }: { personas: boolean },
): Promise<void> {
  const week = [organizationId, sunday];
  for (const table of ['measure_habit', 'measure_persona']) {
    await tx.query(`delete from ${table} where organization_id = $1 and week_end = $2`, week);
  }
  await tx.query(sql.createHabitBits, week);
  await tx.query(sql.addReturns, week);
  await tx.query(`analyze habit_bits`);
  await tx.query(sql.fillHabit, week);
  if (personas) await tx.query(sql.fillPersona, week);
  await tx.query(`drop table habit_bits`);
}
