import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type Stay } from '#domain/network/network-counts.js';
import { rowsOf } from '../database.js';
import { staysOf, withOpenEnds } from './exact-ties.repository.js';

/** When somebody first reached something, and on which local day. */
export interface Reached {
  person: number;
  kind: 'invited' | 'activated' | 'connected' | 'adopted' | 'habitual';
  at: Date;
  day: Day;
}

export interface LagFacts {
  /** Of everybody but bots. */
  stays: Stay[];
  reached: Reached[];
  /** Waves that name people, from a day on to another, which is not in it. */
  named: { person: number; wave: string; from: Day; to: Day }[];
}

/** Everything from which it is told how long things took, person by person: for whoever holds the database. */
export async function lagFacts(tx: EntityManager, organizationId: string, sunday: Day): Promise<LagFacts> {
  const bots = await rowsOf<{ ordinal: number }>(tx, `select ordinal from person where organization_id = $1 and bot`, [
    organizationId,
  ]);
  const isBot = new Set(bots.map(({ ordinal }) => ordinal));
  const reached = await rowsOf<Reached>(
    tx,
    `select ordinal as person, kind, at, day from milestone where organization_id = $1 and day <= $2`,
    [organizationId, sunday],
  );
  const named = await rowsOf<LagFacts['named'][number]>(
    tx,
    `select ordinal as person, wave_key as wave, valid_from::text as "from", valid_to::text as "to"
       from wave_member where organization_id = $1`,
    [organizationId],
  );
  const stays = await staysOf(tx, organizationId);
  return { stays: stays.filter(({ person }) => !isBot.has(person)), reached, named: named.map(withOpenEnds) };
}
