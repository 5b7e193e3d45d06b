import { createServer } from 'node:net';

/** The web address of Essor cannot be listened on; `message` is one sentence for the person at the terminal. */
export class PortError extends Error {
  override readonly name = 'PortError';

  constructor(
    readonly code: 'port_busy' | 'port_forbidden' | 'host_unknown',
    message: string,
  ) {
    super(message);
  }
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    const message = `Port ${port} is in use by another program: stop that one, or choose another port with --port.`;
    return new PortError('port_busy', message);
  }
  if (error.code === 'EACCES') {
    return new PortError(
      'port_forbidden',
      `This user may not listen on port ${port}: choose one above 1023 with --port.`,
    );
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new PortError('host_unknown', `This machine has no address ${host}: choose another with --host.`);
  }
  return error;
}

/** Throws PortError when nothing could listen on this address. */
export async function assertPortFree(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(explain(error, host, port)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}
