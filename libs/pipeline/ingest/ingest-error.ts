/** The database is away. Nothing is wrong with the batch: it may be sent again, and what was stored is known by its id. */
export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable';
  readonly code = 'ledger_unavailable';
}

/** More is waiting than can be stored soon. */
export class IngestOverloaded extends Error {
  override readonly name = 'IngestOverloaded';
  readonly code = 'overloaded';
}
