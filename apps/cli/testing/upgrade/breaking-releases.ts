import { type Patch } from '../kills/broken-build.js';

/** A migration that comes after all others. */
const migration = (sql: string): Patch => ({
  file: 'migrations/all.js',
  from: 'export const migrations = [',
  to: `export const migrations = [ class Breaking9999999999999 { async up(db) { await db.query(\`${sql}\`); } async down() {} },`,
});

/** Releases that may not come beside the one before; a proof that does not notice them proves nothing of the others. */
export const breakingReleases: readonly { name: string; patches: readonly Patch[] }[] = [
  {
    name: 'holds the table of events to itself for longer than anybody waits',
    patches: [migration('lock table event in access exclusive mode; select pg_sleep(40)')],
  },
  {
    name: 'calls a column otherwise, and knows it by its new name alone',
    patches: [
      migration('alter table source_key rename column hash to digest'),
      {
        file: 'libs/storage/source/source-keys.js',
        from: 'where hash = $1 and revoked_at is null',
        to: 'where digest = $1 and revoked_at is null',
      },
    ],
  },
];
