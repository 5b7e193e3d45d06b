import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { metricNames } from './metric-names.js';
import { kept, Metrics } from './metrics.js';
import { tellMetrics } from './tell-metrics.js';

const token = 'a token for the metrics';

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

describe('metrics', () => {
  it('are told where a port is set, and only to whoever brings the token', async () => {
    const place = { METRICS_HOST: '127.0.0.1', METRICS_TOKEN: token };
    expect(await tellMetrics(new Metrics('api'), { ...place, METRICS_PORT: undefined }, 'api')).toBeNull();
    const METRICS_PORT = await freePort();
    const told = await tellMetrics(new Metrics('worker'), { ...place, METRICS_PORT }, 'worker');
    try {
      // Beside the api of the same settings.
      expect(told?.port).toBe(METRICS_PORT + 1);
      const ask = (path: string, authorization?: string) =>
        fetch(`http://127.0.0.1:${told?.port}${path}`, { headers: authorization ? { authorization } : {} });
      expect((await ask('/metrics')).status).toBe(401);
      expect((await ask('/metrics', 'Bearer another token of the same length')).status).toBe(401);
      expect((await ask('/', `Bearer ${token}`)).status).toBe(404);
      const answer = await ask('/metrics', `Bearer ${token}`);
      expect(answer.headers.get('content-type')).toContain('text/plain');
      expect(await answer.text()).toContain('process_cpu_seconds_total{role="worker"}');
      await expect(tellMetrics(new Metrics('worker'), { ...place, METRICS_PORT }, 'worker')).rejects.toThrow(
        /METRICS_PORT: 127\.0\.0\.1:\d+ cannot be listened on \(EADDRINUSE\)/,
      );
    } finally {
      await told?.close();
    }
  });

  it('are not told to other machines without one', async () => {
    const place = { METRICS_HOST: '0.0.0.0', METRICS_PORT: await freePort(), METRICS_TOKEN: undefined };
    await expect(tellMetrics(new Metrics('api'), place, 'api')).rejects.toThrow('METRICS_TOKEN is not set');
  });

  it('go without what does not answer, and count that', async () => {
    const metrics = new Metrics('api');
    let up = true;
    const read = () => (up ? Promise.resolve(7) : Promise.reject(new Error('canary')));
    metrics.gauge({ name: 'essor_tried', help: 'x', labels: ['what'] }, async () => [[{ what: 'a' }, await read()]]);
    expect(await metrics.registry.metrics()).toContain('essor_tried{what="a",role="api"} 7');
    up = false;
    const without = await metrics.registry.metrics();
    expect(without).not.toContain('essor_tried{');
    expect(without).not.toContain('canary');
    // Told with the next answer: figures are read one beside the other.
    expect(await metrics.registry.metrics()).toContain(
      'essor_metrics_unanswered_total{metric="essor_tried",role="api"} 1',
    );
  });

  it('ask what is kept once for all, and again after a failure', async () => {
    let asked = 0;
    let fails = true;
    const ask = kept(() => (asked++, fails ? Promise.reject(new Error('away')) : Promise.resolve(asked)), 60_000);
    await expect(ask()).rejects.toThrow('away');
    fails = false;
    expect([await ask(), await ask()]).toEqual([2, 2]);
  });
});

describe('what is written with them', () => {
  const folder = join(process.cwd(), 'docs', 'operations');
  const told = new Set<string>([...metricNames.api, ...metricNames.worker]);
  const namesIn = (text: string) =>
    [...text.matchAll(/\b(?:essor|process|nodejs)_[a-z0-9_]+/g)].map(([name]) =>
      name.replace(/_(bucket|sum|count)$/, ''),
    );

  it.each(['grafana.json', 'alerts.yml'])('%s names no metric that nobody tells', async (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const ofNode = (await new Metrics('api').tellProcess().registry.getMetricsAsJSON()).map(({ name }) => name);
    const names = namesIn(text);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !told.has(name) && !ofNode.includes(name))).toEqual([]);
  });

  it('the dashboard is what Grafana imports: panels with questions, each on a place of its own', () => {
    const board = JSON.parse(readFileSync(join(folder, 'grafana.json'), 'utf8')) as {
      title: string;
      panels: { title: string; gridPos: { x: number; y: number }; targets: { expr: string }[] }[];
    };
    expect(board.title).toBe('Essor');
    expect(board.panels.every(({ targets }) => targets.every(({ expr }) => expr.length > 0))).toBe(true);
    const places = board.panels.map(({ gridPos: { x, y } }) => `${x}/${y}`);
    expect(new Set(places).size).toBe(places.length);
  });
});
