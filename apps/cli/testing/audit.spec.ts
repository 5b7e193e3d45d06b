import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.setTimeout(60_000);

/** What the audit says of a registry that answers so: null = nobody answers at all. */
async function audit(answer: { status: number; body: object } | null): Promise<{ code: number | null; said: string }> {
  const cache = mkdtempSync(join(tmpdir(), 'essor-audit-'));
  const registry: Server = createServer((request: IncomingMessage, response) => {
    request.resume().on('end', () => {
      const isAsked = request.url === '/-/npm/v1/security/advisories/bulk';
      response.writeHead(isAsked ? (answer?.status ?? 500) : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isAsked ? answer?.body : {}));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => registry.once('listening', listening));
  const { port } = registry.address() as AddressInfo;
  const stopped = () => new Promise((resolve) => registry.close(resolve));
  if (answer === null) await stopped();
  try {
    const child = spawn(process.execPath, [join(process.cwd(), 'apps/cli/testing/audit.mjs')], {
      env: { ...process.env, npm_config_registry: `http://127.0.0.1:${port}`, npm_config_cache: cache },
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += String(chunk)));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, said: said.trim() };
  } finally {
    if (answer !== null) await stopped();
    rmSync(cache, { recursive: true, force: true });
  }
}

const advisory = (severity: string) => ({
  fastify: [
    {
      ...{ id: 1, url: 'https://example.org/1', title: 'Canary', severity, vulnerable_versions: '>=0.0.1' },
      ...{ cwe: [], cvss: { score: 9, vectorString: null } },
    },
  ],
});

describe('the audit of what Essor runs on', () => {
  it('fails for a weakness that is high, by name, and for no lesser one', async () => {
    const grave = await audit({ status: 200, body: advisory('high') });
    expect([grave.code, grave.said]).toEqual([1, expect.stringMatching(/^fastify .*: high/m)]);
    expect(await audit({ status: 200, body: advisory('low') })).toEqual({ code: 0, said: '' });
    expect(await audit({ status: 200, body: {} })).toEqual({ code: 0, said: '' });
  });

  it('lets pass and says so where no registry answers, or one without advisories', async () => {
    for (const answer of [null, { status: 405, body: {} }])
      expect(await audit(answer)).toEqual({ code: 0, said: expect.stringMatching(/^Nobody knows: .+\.$/) });
  });
});
