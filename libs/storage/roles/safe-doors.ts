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

// Membership in the owner is asked of each role that it could take on; a superuser is a member of all.
const look = `
  select current_user as role, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
         r.rolbypassrls or r.rolsuper or coalesce(pg_has_role(current_user, o.relowner, 'member'), false) as passes
    from pg_roles r left join pg_class o on o.oid = to_regclass('public.organization')
   where r.rolname = current_user`;

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
  const wall = `The database role ${role} sees every organisation: it is a superuser, passes row security, or belongs to the owner.`;
  const waits = `The database role ${role} does not wait for the disk: synchronous_commit is off.`;
  return [
    ...(passes ? [wall] : []),
    ...(fsync === 'off' ? ['The PostgreSQL server does not wait for the disk: fsync is off.'] : []),
    ...(commit === 'off' ? [waits] : []),
  ];
}
