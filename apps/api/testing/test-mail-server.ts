import { type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string;
  /** As it came: headers, then text and HTML, quoted-printable decoded. */
  content: string;
}

/** A real mail server on loopback, which refuses whoever is called `refused`. */
export interface TestMailServer {
  url: string;
  received: ReceivedMail[];
  /** Waits for that many in all. */
  until(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function startTestMailServer(): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  const waiting = new Map<number, () => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _, told) => told(address.startsWith('refused') ? new Error('no such mailbox') : null),
    onData: (stream, session, told) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        received.push({ to, content: decoded(Buffer.concat(pieces).toString('latin1')) });
        told();
        waiting.get(received.length)?.();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    until: (count) =>
      received.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.set(count, resolve)),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Quoted-printable (RFC 2045, 6.7). */
const decoded = (raw: string): string =>
  Buffer.from(
    raw.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
