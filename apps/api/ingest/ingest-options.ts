export const INGEST_OPTIONS = 'INGEST_OPTIONS';

export interface IngestOptions {
  /** Requests per second that one key may make for long, and at once after a rest. */
  rate: { perSecond: number; burst: number };
  /** Likewise all keys of an organisation together: more of them give no more. */
  organizationRate: { perSecond: number; burst: number };
  /** Milliseconds for which a key is believed without asking the database; how long a revoked one may still work. */
  keyMemory: number;
  /** Milliseconds between two requests for the activity job of an organisation; less than the delay of that job. */
  requestEvery: number;
  now: () => Date;
}

export const defaultIngestOptions: IngestOptions = {
  rate: { perSecond: 1000, burst: 3000 },
  organizationRate: { perSecond: 2000, burst: 6000 },
  keyMemory: 3000,
  requestEvery: 700,
  now: () => new Date(),
};
