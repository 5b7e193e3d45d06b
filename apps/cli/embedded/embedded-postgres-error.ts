export type EmbeddedPostgresCode =
  | 'disk_full'
  | 'cannot_start'
  | 'unsupported_platform'
  | 'wrong_version'
  | 'foreign_owner'
  | 'port_busy'
  | 'data_dir_locked';

/** The embedded server cannot be had; `message` is one sentence for the person at the terminal. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly code: EmbeddedPostgresCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
