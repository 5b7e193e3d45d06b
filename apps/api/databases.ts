/** One pool per door (rules of the roles: `storage/roles/grants.sql.ts`). `@Inject(READ_DB) db: DataSource`. */

/** Stores events, keys and dirty marks. */
export const INGEST_DB = 'INGEST_DB';
/** Accounts, sessions, declared facts, imports. */
export const APP_DB = 'APP_DB';
/** Publications, and nothing that is not published. */
export const READ_DB = 'READ_DB';
