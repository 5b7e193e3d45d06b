import { type Doors, doorUrl } from '../access/door.js';
import { openDatabase, rowsOf } from '../database.js';
import { type DatabaseRole } from './roles.js';

/** What Essor promises would not hold with this database: the operator must mend it. */
export class UnsafeDatabase extends Error {
  readonly code = 'unsafe_database';
}

interface Found {
  role: string;
  passes: boolean;
  fsync: string;
  commit: string;
}

// Asked of every role that it is or could take on; a superuser is a member of all.
const look = `
  select current_user as role, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
         exists (select from pg_roles s
                  where (s.rolsuper or s.rolbypassrls
                         or s.oid = (select relowner from pg_class where oid = to_regclass('public.organization')))
                    and pg_has_role(current_user, s.oid, 'member')) as passes`;

/**
 * Throws UnsafeDatabase where a door leads past the wall between organisations, or where what is acknowledged could be
 * lost with the power. The owner is no door: it migrates, and may be a superuser.
 */
export async function refuseUnsafeDoors(settings: Doors, roles: readonly DatabaseRole[]): Promise<void> {
  const complaints = new Set<string>();
  for (const role of roles) {
    const pool = await openDatabase(doorUrl(settings, role), { poolSize: 1, name: 'essor start' });
    try {
      for (const found of await rowsOf<Found>(pool, look)) for (const one of complaintsOf(found)) complaints.add(one);
    } finally {
      await pool.destroy();
    }
  }
  if (complaints.size > 0) throw new UnsafeDatabase([...complaints].join(' '));
}

/** That of the queue, where it is kept in PostgreSQL. */
export const jobDoors = ({ REDIS_URL }: { REDIS_URL?: string | undefined }): DatabaseRole[] =>
  REDIS_URL === undefined ? ['jobs'] : [];

function complaintsOf({ role, passes, fsync, commit }: Found): string[] {
  const wall = `The database role ${role} sees every organisation: it is, or may become, a superuser, the owner or a role that passes row security.`;
  const waits = `The database role ${role} does not wait for the disk: synchronous_commit is off.`;
  return [
    ...(passes ? [wall] : []),
    ...(fsync === 'off' ? ['The PostgreSQL server does not wait for the disk: fsync is off.'] : []),
    ...(commit === 'off' ? [waits] : []),
  ];
}
