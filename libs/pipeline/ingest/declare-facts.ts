import { type EntityManager } from 'typeorm';
import { checkFacts } from '#connectors/declared/check-facts.js';
import { type Known } from '#connectors/declared/fact-kind.js';
import { type DirectoryRejection } from '#connectors/directory/checked.js';
import { type Located } from '#connectors/rejection.js';
import { type Facts } from '#domain/declared/facts.js';
import { type PlainKind } from '#storage/declared/fact-table.js';
import { saveFacts } from '#storage/declared/fact.repository.js';
import { actionDays } from '#storage/declared/known-facts.js';
import { entityKeys, waveKeys } from '#storage/directory/known.js';
import { organizationById } from '#storage/organization/organization.js';

/** What became of facts of one kind. */
export interface Declared<K extends PlainKind = PlainKind> {
  changed: Facts[K][];
  /** Facts that were known already. */
  duplicates: number;
  rejections: DirectoryRejection[];
}

const nothing = {
  people: new Set<string>(),
  cancelled: new Set<string>(),
  gone: new Set<string>(),
  questions: new Map<string, string[]>(),
  closedSurveys: new Set<string>(),
};

/** Checks and saves facts that hold no list of people, from a file or from a form alike. Safe to repeat. */
export async function declareFacts<K extends PlainKind>(
  tx: EntityManager,
  organizationId: string,
  kind: K,
  rows: readonly Located<Facts[K]>[],
): Promise<Declared<K>> {
  const known: Known = {
    ...nothing,
    entities: await entityKeys(tx, organizationId),
    waves: await waveKeys(tx, organizationId),
    actions: new Set((await actionDays(tx, organizationId)).keys()),
    k: (await organizationById(tx, organizationId)).k,
  };
  const checked = checkFacts(kind, rows, known);
  const facts = checked.rows.map(({ row }) => row);
  const changed = (await saveFacts(tx, organizationId, kind, facts)).flatMap((place) => facts[place] ?? []);
  return { changed, duplicates: facts.length - changed.length, rejections: checked.rejections };
}
