import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * pass · cut: the connection breaks in the middle of what is sent · mute: what is answered is lost after the other side has
 * done it · slow: everything comes late · still: half open, nothing comes and nothing is closed.
 */
export type LineState = 'pass' | 'cut' | 'mute' | 'slow' | 'still';

/** What pg sends for COMMIT, in either case. */
const commits = ['COMMIT', 'commit'].map((word) => Buffer.from(`Q\0\0\0\x0b${word}\0`));

interface Strike {
  /** Before the server has it, or when it has done it and before that is known. */
  when: 'before' | 'after';
  struck: () => void;
}

/** A line over TCP that can be disturbed, to one of several servers in turn. */
export class FaultLine {
  state: LineState = 'pass';
  /** Pieces of answers that pass yet; then everything breaks. */
  answersLeft = Infinity;
  private readonly sockets = new Set<Socket>();
  /** Ends of this line at the servers. */
  private readonly far = new Set<Socket>();
  private turn = 0;
  private strike: Strike | undefined;

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

  /** By which the server knows who asks over this line. */
  get farPorts(): number[] {
    return [...this.far].flatMap(({ localPort }) => localPort ?? []);
  }

  /** Every connection there is, at once. */
  cutAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Breaks the connection on which the next COMMIT passes. False where none comes within that time. */
  async cutAtCommit(when: Strike['when'], milliseconds: number): Promise<boolean> {
    const struck = new Promise<boolean>((resolve) => {
      this.strike = { when, struck: () => resolve(true) };
    });
    const given = await Promise.race([struck, pause(milliseconds, false)]);
    this.strike = undefined;
    return given;
  }

  async close(): Promise<void> {
    this.server.close();
    this.cutAll();
    await once(this.server, 'close');
  }

  private forward(near: Socket): void {
    const targets = this.targets();
    const far = connect(targets[this.turn++ % targets.length] ?? 0, '127.0.0.1');
    this.far.add(far);
    far.on('close', () => this.far.delete(far));
    let dropsAnswer = false;
    this.carry(near, far, (bytes) => {
      if (this.state === 'cut') return bytes.subarray(0, bytes.length / 2);
      if (!this.strike || !commits.some((commit) => bytes.includes(commit))) return bytes;
      const { when, struck } = this.strike;
      this.strike = undefined;
      struck();
      dropsAnswer = when === 'after';
      return dropsAnswer ? bytes : bytes.subarray(0, 0);
    });
    this.carry(far, near, (bytes) => {
      this.answersLeft -= 1;
      return this.state === 'mute' || dropsAnswer || this.answersLeft < 0 ? bytes.subarray(0, 0) : bytes;
    });
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

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
