import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { BadSettings, type Settings } from '../settings.js';
import { type Metrics } from './metrics.js';

type Place = Pick<Settings, 'METRICS_PORT' | 'METRICS_HOST' | 'METRICS_TOKEN'>;

const thisMachine = new Set(['127.0.0.1', '::1', 'localhost']);
const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * GET /metrics on a port of its own, for whoever brings the token; null where no port is set. Throws BadSettings when it
 * would be open to other machines without one.
 */
export async function tellMetrics(
  metrics: Metrics,
  { METRICS_PORT: port, METRICS_HOST: host, METRICS_TOKEN: token }: Place,
  role: 'api' | 'worker',
): Promise<{ port: number; close(): Promise<void> } | null> {
  if (port === undefined) return null;
  if (token === undefined && !thisMachine.has(host))
    throw new BadSettings('METRICS_TOKEN is not set; METRICS_HOST lets other machines in.');
  metrics.tellProcess();
  const server = createServer((request, response) => {
    const end = (status: number, body: string, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'cache-control': 'no-store', ...headers }).end(body);
    if (request.url !== '/metrics' || request.method !== 'GET') return end(404, '');
    if (token !== undefined && !timingSafeEqual(digest(`Bearer ${token}`), digest(request.headers.authorization ?? '')))
      return end(401, '', { 'www-authenticate': 'Bearer' });
    const { contentType } = metrics.registry;
    metrics.registry.metrics().then(
      (text) => end(200, text, { 'content-type': contentType }),
      () => end(500, ''),
    );
  });
  await listen(server, host, role === 'worker' ? port + 1 : port);
  return {
    port: (server.address() as { port: number }).port,
    close: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new BadSettings(`METRICS_PORT: ${host}:${port} cannot be listened on (${error.code}).`)),
    );
    server.listen(port, host, resolve);
  });
}
