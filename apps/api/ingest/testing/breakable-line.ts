import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** A connection to the database server that can be cut and mended. */
export class BreakableLine {
  private readonly sockets = new Set<Socket>();
  private isCut = false;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(target: string): Promise<BreakableLine> {
    const url = new URL(target);
    const port = Number(url.port);
    const host = url.hostname;
    const server = createServer((near) => line.forward(near, host, port));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    url.port = String(typeof address === 'object' && address ? address.port : 0);
    url.hostname = '127.0.0.1';
    const line: BreakableLine = new BreakableLine(server, url.href);
    return line;
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private forward(near: Socket, host: string, port: number): void {
    if (this.isCut) {
      near.destroy();
      return;
    }
    const far = connect(port, host);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }
}
