/** A backup cannot be taken, kept up or put back; one sentence for the operator. */
export class BackupError extends Error {
  override readonly name = 'BackupError';

  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
