import { type LoggerService } from '@nestjs/common';
import { type DestinationStream, pino, type Logger } from 'pino';
import { type Settings } from './settings.js';

export type { Logger } from 'pino';

/** Injection token: `@Inject(LOGGER) logger: Logger`. */
export const LOGGER = 'LOGGER';

/** Fields that must not reach a log wherever they stand; the content of events is never given to it at all. */
const secrets = ['password', 'authorization', 'cookie', 'secret', 'key', 'token', 'email', 'connectionString', 'url'];
const redacted = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** JSON lines on standard output. `name` says which process speaks. */
export function createLogger(settings: Pick<Settings, 'LOG_LEVEL'>, name: string, to?: DestinationStream): Logger {
  const options = {
    name,
    level: settings.LOG_LEVEL,
    redact: { paths: redacted, censor: '[redacted]' },
    serializers: { err: described, error: described },
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return to ? pino(options, to) : pino(options);
}

/** A driver's error also carries the statement, its parameters and the row: people's data. Only these fields pass. */
function described(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: typeof error };
  const { code, constraint, table } = error as Error & { code?: unknown; constraint?: unknown; table?: unknown };
  return { type: error.name, message: withoutUrls(error.message), code, constraint, table, stack: frames(error) };
}

const withoutUrls = (text: string) => text.replace(/\b[a-z]+:\/\/[^\s@]+@/gi, '[redacted]@');

const frames = (error: Error) =>
  error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n');

/** Nest's own lines through the same logger; its start-up chatter is kept for `debug`. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(this.fields(rest), String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error(message instanceof Error ? { err: message } : this.fields(rest), withoutUrls(String(message)));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn(this.fields(rest), withoutUrls(String(message)));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(this.fields(rest), String(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.logger.fatal(this.fields(rest), withoutUrls(String(message)));
  }

  private fields(rest: unknown[]): object {
    const context = rest.at(-1);
    return typeof context === 'string' && !context.includes('\n') ? { context } : {};
  }
}
