import { fileInMemory } from '#connectors/file-input.js';
import { runImport } from '#pipeline/import/run-import.js';
import { refresh } from '#pipeline/refresh.js';
import { replaceGroupRoles } from '#storage/access/group-role.js';
import { createScimToken } from '#storage/scim/scim-tokens.js';
import { houseFiles, lastSunday } from './cases/house.js';
import { type TestServer } from './test-server.js';

type Headers = Record<string, string>;

export interface ToldCompany {
  id: string;
  /** Keys of what it declared, by which addresses name it. */
  source: string;
  refusedImport: number;
  committee: string;
  report: string;
  user: string;
  directory: Headers;
}

interface Telling {
  slug: string;
  /** Share of its events that it has. */
  size: number;
  /** A word of its own, that stands wherever it may choose one. */
  wording: string;
  admin: Headers;
  now: Date;
}

/** A company told by its files, what its people declared and set, and what was refused. */
export async function tellCompany(server: TestServer, telling: Telling): Promise<ToldCompany> {
  const { slug, size, wording, admin, now } = telling;
  const id = await server.organization(slug, { timezone: 'Europe/Paris' });
  const work = await server.database.as('work');
  for (const [kind, text] of houseFiles) {
    const lines = text.trimEnd().split('\n');
    const kept = kind === 'events' ? lines.slice(0, Math.ceil(lines.length * size)) : lines;
    const settings = kind === 'events' ? { completeThrough: lastSunday, source: 'Réseau' } : {};
    const input = fileInMemory(Buffer.from(`${kept.join('\n')}\n`));
    await runImport(work, { organizationId: id, kind, fileName: `${wording} ${kind}.csv`, now, input, settings });
  }
  await refresh(work, id, now);
  const { owner } = server.database;
  const directory = { authorization: `Bearer ${(await createScimToken(owner, id)).token}` };
  await replaceGroupRoles(owner, id, [{ provider: 'entra', group: 'Comms', role: 'animator', scope: null }]);
  const ask = async (method: 'POST' | 'PATCH', path: string, payload: object | string, more: Headers = {}) => {
    const url = path.startsWith('/scim') ? path : `/v1/organizations/${slug}${path}`;
    const answer = await server.app.inject({ method, url, headers: { ...admin, ...more }, payload });
    expect([path, answer.statusCode < 300 ? 'done' : answer.body]).toEqual([path, 'done']);
    return answer.json<{ id: string | number }>();
  };
  const source = await ask('POST', '/sources', { name: `${wording} live` });
  const refused = `id,occurred_at,kind,actor\nz,2026-05-05T10:00:00Z,poke,${wording}\n`;
  const taken = await ask('POST', `/imports?kind=events&file=${wording}.csv`, refused, { 'content-type': 'text/csv' });
  const shock = { shock_id: 'one', name: wording, from: '2026-04-20', to: '2026-05-10' };
  await ask('POST', '/declared/shocks', { rows: [shock] });
  await ask('PATCH', '/settings', { houseWords: { network: wording } });
  await ask('POST', '/notes', { scope: '', indicator: 'K20', weekEnd: '2026-05-10', text: wording });
  const committee = await ask('POST', '/committees', { heldOn: '2026-05-04', participants: [wording] });
  const report = await ask('POST', '/reports', {
    ...{ name: wording, cadence: 'month', hour: 8, timezone: 'UTC', language: 'fr', linkDays: 9 },
    recipients: ['board@example.org'],
  });
  const decision = { kind: 'decision', text: `${wording} goes on`, owner: wording, dueOn: '2026-05-08', state: 'open' };
  await ask('POST', `/committees/${committee.id}/items`, decision);
  const user = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'ada', displayName: wording };
  const scimHeaders = { ...directory, 'content-type': 'application/scim+json', cookie: '' };
  const made = await ask('POST', '/scim/v2/Users', JSON.stringify(user), scimHeaders);
  const told = {
    source: String(source.id),
    committee: String(committee.id),
    report: String(report.id),
    user: String(made.id),
  };
  return { id, ...told, refusedImport: Number(taken.id), directory };
}
