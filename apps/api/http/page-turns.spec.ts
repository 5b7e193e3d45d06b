import { SetMetadata } from '@nestjs/common';
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { costlyKey, takePageTurns } from './page-turns.js';

class Desk {
  @SetMetadata(costlyKey, true)
  file() {}
}

describe('pages of one organisation', () => {
  const open: (() => void)[] = [];
  let begun: string[] = [];
  let server: FastifyInstance;
  let base: string;

  beforeAll(async () => {
    server = Fastify();
    takePageTurns(server);
    const slow = (request: { url: string }) =>
      new Promise<string>((resolve) => {
        begun.push(request.url.split('/')[3] ?? '');
        open.push(() => resolve('done'));
      });
    server.get('/v1/organizations/:org/page', { config: { policy: 'reading' } as never }, slow);
    server.put('/v1/organizations/:org/page', { config: { policy: 'steering' } as never }, slow);
    const handler = { controller: Desk, name: 'file' };
    server.get('/v1/organizations/:org/file', { config: { policy: 'reading', handler } as never }, slow);
    base = await server.listen({ host: '127.0.0.1', port: 0 });
  });
  beforeEach(() => {
    begun = [];
  });
  afterAll(() => {
    // Whoever went away has opened another connection, and asks nothing on it.
    server.server.closeAllConnections();
    return server.close();
  });

  const ask = async (org: string, what = 'page', more: RequestInit = {}) => {
    const answer = await fetch(`${base}/v1/organizations/${org}/${what}`, more);
    await answer.text();
    return answer.status;
  };
  const until = async (count: number) => {
    for (let waited = 0; waited < 300 && begun.length < count; waited++) await pause(10);
    await pause(30);
    expect(begun).toHaveLength(count);
  };
  const answerAll = () => {
    for (const answer of open.splice(0)) answer();
  };

  it('are worked on four at a time: another organisation begins at once', async () => {
    const loud = Array.from({ length: 10 }, () => ask('loud'));
    await until(4);
    const quiet = [ask('quiet'), ask('quiet')];
    await until(6);
    expect(begun.slice(4)).toEqual(['quiet', 'quiet']);
    answerAll();
    await Promise.all(quiet);
    await until(10);
    answerAll();
    await until(12);
    answerAll();
    expect(await Promise.all(loud)).toEqual(Array.from({ length: 10 }, () => 200));
  });

  it('wait with what is written, and not with what has turns of its own', async () => {
    const body = JSON.stringify({});
    const headers = { 'content-type': 'application/json' };
    const all = [...Array.from({ length: 4 }, () => ask('one')), ask('one', 'page', { method: 'PUT', headers, body })];
    await until(4);
    all.push(ask('one', 'file'));
    await until(5);
    answerAll();
    await until(6);
    answerAll();
    expect(await Promise.all(all)).toEqual([200, 200, 200, 200, 200, 200]);
  });

  it('are not begun for who went away while waiting', async () => {
    const all = Array.from({ length: 4 }, () => ask('two'));
    await until(4);
    const leaving = new AbortController();
    const left = ask('two', 'page', { signal: leaving.signal }).catch(() => 'left');
    const last = ask('two');
    await pause(50);
    leaving.abort();
    expect(await left).toBe('left');
    await pause(50);
    answerAll();
    await until(5);
    answerAll();
    expect(await Promise.all([...all, last])).toEqual([200, 200, 200, 200, 200]);
  });
});
