import { type SnapshotChanges } from '#connectors/directory/snapshot.js';
import { type Reject } from '#storage/import/import-rejects.js';
import { type ImportNote } from './import-request.js';

/** What became of the rows of one kind. */
export interface Applied {
  /** Rows that changed something. */
  accepted: number;
  /** Rows that said what was known. */
  duplicates: number;
  rejections: (Reject & { scope?: 'row' | 'link' })[];
  /** First day of each change; '-infinity' where there is no first. */
  days: string[];
  /** Events belong to somebody else, or to another local day, from this day on ('-infinity' = all); null = they do not. */
  eventsFrom: string | null;
  /** What a snapshot changed; null for every other file. */
  snapshot?: SnapshotChanges | null;
  /** What to know of it although nothing was refused for it. */
  notes?: readonly ImportNote[];
}

export function emptyApplied(rejections: Applied['rejections'] = []): Applied {
  return { accepted: 0, duplicates: 0, rejections: [...rejections], days: [], eventsFrom: null };
}
