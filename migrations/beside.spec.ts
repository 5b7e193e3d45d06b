import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What would fail or stand still for the release before, which still runs while this one begins (decision 097). */
function againstBefore(name: string, source: string): string[] {
  const up = source.slice(0, source.search(/async down\(/) + 1 || undefined).replaceAll(/--.*$/gm, '');
  const made = new Set(
    [...up.matchAll(/create (?:unlogged )?table (?:if not exists )?(\w+)/gi)].map(([, table]) => table),
  );
  const found: string[] = [];
  const isContract = name.endsWith('-contract.ts');
  if (/\brename (to|column|constraint|\w+ to)\b/i.test(up)) found.push('renames');
  if (!isContract && /\bdrop (table|column|type|view|schema)\b/i.test(up)) found.push('drops what was used');
  if (/\balter (column )?\w+ (set data )?type\b/i.test(up)) found.push('changes a type');
  if (!isContract && /\bset not null\b/i.test(up)) found.push('demands a value');
  for (const [column] of up.matchAll(/\badd column\b[^,;]*/gi))
    if (/\bnot null\b/i.test(column) && !/\bdefault\b|\bgenerated\b/i.test(column)) found.push('demands a value');
  for (const [, concurrently, table] of up.matchAll(
    /create (?:unique )?index (concurrently )?[^;(]*? on (?:only )?(\w+)/gi,
  ))
    if (!concurrently && !made.has(table)) found.push('locks out writers while an index is built');
  return [...new Set(found)];
}

describe('migrations', () => {
  const after = 'select 1; } async down() { drop table kept; }';

  it.each([
    ['alter table person rename column key to name', 'renames'],
    ['drop table wave', 'drops what was used'],
    ['alter table wave drop column name', 'drops what was used'],
    ['alter table wave alter column name type integer', 'changes a type'],
    ['alter table wave alter column name set not null', 'demands a value'],
    ['alter table wave add column size integer not null', 'demands a value'],
    ['create index wave_name on wave (name)', 'locks out writers while an index is built'],
  ])('are known to break the release before: %s', (sql, why) => {
    expect(againstBefore('1-x.ts', `async up() { ${sql}; ${after}`)).toEqual([why]);
  });

  it.each([
    'alter table wave add column size integer',
    'alter table wave add column size integer not null default 0',
    'create table size (organization_id uuid not null); create index size_of on size (organization_id)',
    'create index concurrently wave_name on wave (name)',
    'alter table wave add constraint short check (length(name) < 9) not valid',
  ])('go beside it: %s', (sql) => {
    expect(againstBefore('1-x.ts', `async up() { ${sql}; ${after}`)).toEqual([]);
  });

  it('may drop later what the release before no longer uses, by a name that says so', () => {
    expect(againstBefore('1-x-contract.ts', `async up() { drop table wave; ${after}`)).toEqual([]);
  });

  it('hold nothing that the release before does not bear, since it was decided', () => {
    const folder = join(process.cwd(), 'migrations');
    const decided = readdirSync(folder).filter((name) => /^\d{13}-.*\.ts$/.test(name) && name > '1763700000102');
    const found = decided.map((name) => [name, againstBefore(name, readFileSync(join(folder, name), 'utf8'))]);
    expect(found.filter(([, why]) => why?.length !== 0)).toEqual([]);
  });
});
