import { type DataSource } from 'typeorm';

/** While a demo is being seeded: what is still missing before it may be shown. Null when nothing is. */
export function seedingReason(db: DataSource): Promise<string | null> {
  return Promise.resolve(db.isInitialized ? null : 'not begun');
}
