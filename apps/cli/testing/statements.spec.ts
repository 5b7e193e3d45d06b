import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const opening = '(?:select|insert into|update|delete from|with|create|alter|drop|lock|copy)\\b';
// A statement with a hole in it, or one that is put together; and a hole that is filled by a name alone is one as well.
const holes = new RegExp(`\`\\s*${opening}[^\`]*\\$\\{`, 'gi');
const asked = /\b(?:query|rowsOf|execute)(?:<[^;=]*?>)?\(\s*(?:[\w.]+,\s*)?([^\s)])/g;
const sums = new RegExp(`['"\`]\\s*${opening} [^'"\`]*['"\`]\\s*\\+`, 'gi');

const sourcesIn = (rooms: readonly string[]): string[] =>
  rooms.flatMap((room) =>
    readdirSync(join(process.cwd(), room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/\.spec\.ts$|(^|\/)testing\//.test(path))
      .map((path) => join(room, path)),
  );

/** What in a source hands the database more than a text that stands there. */
const composed = (source: string): string[] => [
  ...[...source.matchAll(holes)].map(([found]) => found),
  ...[...source.matchAll(sums)].map(([found]) => found),
  ...[...source.matchAll(asked)].filter(([, first]) => !/[`'"]/.test(first ?? '')).map(([found]) => found),
];

it('knows a statement that is put together', () => {
  const lawful = ['rowsOf<{ n: number }>(db, `select n from t where id = $1`, [id])', "pool.query('select 1')"];
  expect(lawful.flatMap(composed)).toEqual([]);
  const unlawful = [
    'db.query(`select n from t where id = ${id}`)',
    'db.query(statement)',
    'rowsOf(this.db, orderedBy(column), [])',
    "const sql = 'select n from t where id = ' + id",
    'const sql = `\n  select n from t order by ${column}`',
  ];
  expect(unlawful.filter((source) => composed(source).length === 0)).toEqual([]);
});

it('where requests are answered and jobs begun, the database is only told what stands in the source', () => {
  const found = sourcesIn(['apps/api', 'apps/worker']);
  expect(found.length).toBeGreaterThan(150);
  const wrong = found.flatMap((path) => composed(readFileSync(path, 'utf8')).map((one) => `${path}: ${one}`));
  expect(wrong).toEqual([]);
});

it('one door leads into the audit log', () => {
  const found = sourcesIn(['apps', 'libs', 'bench']);
  expect(found.filter((path) => /insert into audit\b/i.test(readFileSync(path, 'utf8')))).toEqual([
    'libs/storage/audit/audit-log.ts',
  ]);
});
