import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * pass · cut: the connection breaks in the middle of what is sent · mute: what is answered is lost after the other side has
 * done it · slow: everything comes late · still: half open, nothing comes and nothing is closed.
 */
export type LineState = 'pass' | 'cut' | 'mute' | 'slow' | 'still';

/** A line over TCP that can be disturbed, to one of several servers in turn. */
export class FaultLine {
  state: LineState = 'pass';
  private readonly sockets = new Set<Socket>();
  private turn = 0;

  private constructor(
    private readonly server: Server,
    private readonly targets: () => readonly number[],
  ) {}

  static async to(targets: () => readonly number[]): Promise<FaultLine> {
    const server = createServer({ allowHalfOpen: false });
    const line: FaultLine = new FaultLine(server, targets);
    server.on('connection', (near) => line.forward(near));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return line;
  }

  get port(): number {
    return (this.server.address() as { port: number }).port;
  }

  /** Every connection there is, at once. */
  cutAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.server.close();
    this.cutAll();
    await once(this.server, 'close');
  }

  private forward(near: Socket): void {
    const targets = this.targets();
    const far = connect(targets[this.turn++ % targets.length] ?? 0, '127.0.0.1');
    this.carry(near, far, (bytes) => (this.state === 'cut' ? bytes.subarray(0, bytes.length / 2) : bytes));
    this.carry(far, near, (bytes) => (this.state === 'mute' ? bytes.subarray(0, 0) : bytes));
  }

  private carry(from: Socket, to: Socket, part: (bytes: Buffer) => Buffer): void {
    this.sockets.add(from);
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
    // In the order in which it came, however long each piece is held.
    let before: Promise<unknown> = Promise.resolve();
    from.on('data', (bytes: Buffer) => {
      before = before.then(async () => {
        if (this.state === 'slow') await pause(50);
        while (this.state === 'still' && !to.destroyed) await pause(20);
        const passed = part(bytes);
        if (passed.length > 0) to.write(passed);
        if (passed.length < bytes.length) to.destroy();
      });
    });
  }
}
