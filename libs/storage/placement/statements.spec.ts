import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placements } from './placements.js';

/** A text, its comments left out, that reads or writes tables of organisations and says of which organisation of fewer. */
function unkept(text: string): boolean {
  const statement = text.replace(/--.*$/gm, '');
  if (!/^\s*\(?(select|insert into|update|delete from|with|copy|merge)\b/i.test(statement)) return false;
  const made = new Set(
    [...statement.matchAll(/\b([a-z_]+)\s+as\s+(?:not\s+)?(?:materialized\s+)?\(/gi)].map(([, name]) => name),
  );
  const named = [...statement.matchAll(/(?<!distinct )\b(?:from|join|into|update)\s+(?:only\s+)?([a-z_]+)\b(?!\()/gi)];
  const own = named.flatMap(([, name = '']) =>
    placements.distributed.includes(name) && !made.has(name) ? [name] : [],
  );
  const kept = [...statement.matchAll(/\borganization_id\b/g)].length;
  const bound = /\borganization_id\s*=|\binsert into\b|\busing \(organization_id\b/i.test(statement);
  return new Set(own).size > kept || (own.length > 0 && !bound);
}

/** Locks that pass over what others hold, where not one organisation is named. On the first machine alone they are kept. */
function passesOver(text: string): boolean {
  const named = [...text.matchAll(/\bfrom\s+([a-z_]+)\b/gi)].map(([, name = '']) => name);
  if (named.length > 0 && named.every((name) => placements.local.includes(name))) return false;
  return /\bskip locked\b/i.test(text) && !/organization_id = \$\d/.test(text);
}

const texts = (source: string) => [...source.matchAll(/`((?:[^`\\]|\\.)*)`/g)].map(([, text = '']) => text);

/** What reads otherwise, and why it may. */
const excepted: Record<string, string> = {
  'libs/storage/report/issue.repository.ts': 'whose mail a link is, asked of every machine by an index',
  'libs/storage/scim/list-resources.ts': 'put together of parts, the first of which names it',
  'libs/storage/scim/scim-resources.ts': 'put together of parts, the last of which names it',
  'libs/storage/scim/seal-resources.ts': 'put together of parts, the last of which names it',
  'libs/storage/source/source-keys.ts':
    'whose a key is, asked of every machine by an index, and remembered for seconds',
  'libs/storage/vault/keyring.ts': 'the owner, after APP_SECRET was changed: every organisation',
  'libs/storage/vault/seal-names.ts': 'the owner, at the start: which organisations there are',
};

it('knows a statement that does not say of which organisation it is', () => {
  const lawful = [
    'select from entity where organization_id = $1',
    'with entity as (select 1) select from entity',
    'select from entity e join wave w using (organization_id, key) where e.organization_id = $1',
    'insert into entity (organization_id, key) values ($1, $2)',
    'select from session where id = $1',
  ];
  expect(lawful.filter(unkept)).toEqual([]);
  const unlawful = [
    'select from entity where key = $1',
    'select from entity -- organization_id',
    'update wave set name = $1',
    'select from entity e join wave w on w.key = e.key where e.organization_id = $1',
    'delete from dirty_day where id = any($1)',
    'select organization_id from organization_key',
  ];
  expect(unlawful.filter((text) => !unkept(text))).toEqual([]);
  expect(passesOver('select from report_mail for update skip locked')).toBe(true);
  expect(passesOver('select from session for update skip locked')).toBe(false);
  expect(passesOver('select from report_mail where organization_id = $1 for update skip locked')).toBe(false);
});

it('every statement says of which organisation it is, so that one machine can answer it', () => {
  const sources = ['apps', 'libs'].flatMap((room) =>
    readdirSync(join(process.cwd(), room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/\.spec\.ts$|(^|\/)testing\//.test(path))
      .map((path) => join(room, path)),
  );
  const all = sources.map((path) => ({ path, found: texts(readFileSync(path, 'utf8')) }));
  const counted = all.flatMap(({ found }) => found.filter((text) => /organization_id = \$\d/.test(text)));
  expect(counted.length).toBeGreaterThan(400);
  const found = all.flatMap(({ path, found }) =>
    found
      .filter((text) => unkept(text) || passesOver(text))
      .map((text) => ({ path, text: text.replace(/\s+/g, ' ').trim().slice(0, 120) })),
  );
  expect(found.filter(({ path }) => excepted[path] === undefined)).toEqual([]);
  // What is excepted is still there.
  expect([...new Set(found.map(({ path }) => path))].sort()).toEqual(Object.keys(excepted));
});
