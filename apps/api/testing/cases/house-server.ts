import { fileInMemory } from '#connectors/file-input.js';
import { runImport } from '#pipeline/import/run-import.js';
import { refresh } from '#pipeline/refresh.js';
import { createTestServer, type TestServer } from '../test-server.js';
import { houseFiles, lastSunday } from './house.js';

const now = new Date('2026-05-13T12:00:00Z');

export interface HouseServer {
  server: TestServer;
  organizationId: string;
  /** Of a project manager who sees all of it. */
  headers: { cookie: string };
}

/** A server with the made-up group in it, entered, counted and published as a user would have it. */
export async function createHouseServer(environment: Record<string, string> = {}): Promise<HouseServer> {
  const server = await createTestServer({ environment });
  const organizationId = await server.organization('house', { timezone: 'Europe/Paris' });
  const work = await server.database.as('work');
  for (const [kind, text] of houseFiles) {
    const report = await runImport(work, {
      ...{ organizationId, kind, fileName: `${kind}.csv`, now },
      input: fileInMemory(Buffer.from(text)),
      settings: kind === 'events' ? { completeThrough: lastSunday } : {},
    });
    expect(report).toMatchObject({ state: 'done', rejected: 0 });
  }
  await refresh(work, organizationId, now);
  const headers = await server.signedIn((await server.account('project_manager', ['house'])).id);
  return { server, organizationId, headers };
}
