import { type Logger } from './logger.js';

/** After this long the process ends whatever still runs: a job is then taken up by another worker. */
const limit = 18_000;

/**
 * Ends the process in good order at SIGTERM or SIGINT: exit code 0 when everything closed, 1 when it did not in
 * time. A second signal ends it at once.
 */
export function stopOnSignal(close: () => Promise<void>, logger: Logger): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => {
      logger.error('did not stop in time');
      process.exit(1);
    }, limit).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** One sentence, no stack: what stops a boot is for the operator to mend. */
export function refuseToStart(error: unknown): never {
  const { code, message } =
    error instanceof Error ? (error as Error & { code?: string }) : { code: undefined, message: String(error) };
  process.stderr.write(`Essor does not start: ${message || code || 'for an unknown reason'}\n`);
  process.exit(1);
}
