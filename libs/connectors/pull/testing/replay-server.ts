import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Asked {
  method: string;
  /** With its query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Replayed {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** cut: announces more than it sends, and hangs up. silent: takes the question and never answers. */
  fault?: 'cut' | 'silent';
}

export interface ReplayServer {
  address: string;
  /** What was asked, in order. */
  asked: Asked[];
  close(): Promise<void>;
}

/** Answers on this machine as recorded pages do, faults included. */
export async function replay(answer: (asked: Asked) => Replayed): Promise<ReplayServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
      asked.push(one);
      const { status = 200, headers = {}, body: told = '', fault } = answer(one);
      if (fault === 'silent') return;
      const length = Buffer.byteLength(told) + (fault === 'cut' ? 100 : 0);
      response.writeHead(status, { 'content-type': 'application/json', ...headers, 'content-length': length });
      response.write(told, () => (fault === 'cut' ? response.destroy() : response.end()));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
