import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

export interface CollectedSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
}

interface Delivery {
  resourceSpans: { scopeSpans: { spans: CollectedSpan[] }[] }[];
}

/** Takes traces over OTLP/HTTP, as a collector does. */
export class Collector {
  readonly spans: CollectedSpan[] = [];
  /** Everything that was brought, word by word. */
  text = '';
  readonly tokens = new Set<string | undefined>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Collector> {
    const server = createServer();
    const collector = new Collector(server);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const text = Buffer.concat(parts).toString();
        collector.text += text;
        collector.tokens.add(request.headers.authorization);
        if (request.url === '/v1/traces')
          for (const { scopeSpans } of (JSON.parse(text) as Delivery).resourceSpans)
            collector.spans.push(...scopeSpans.flatMap(({ spans }) => spans));
        response.setHeader('content-type', 'application/json').end('{}');
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return collector;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  /** Whether the one lies under the other, however far. */
  isUnder(span: CollectedSpan, other: CollectedSpan): boolean {
    const parent = this.spans.find(({ spanId }) => spanId === span.parentSpanId);
    return parent !== undefined && (parent === other || this.isUnder(parent, other));
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
