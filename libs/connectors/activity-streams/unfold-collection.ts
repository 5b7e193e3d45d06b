import { fieldsOf, listOf } from '../stream/json.js';
import { typesOf } from './activity-object.js';

const collections: ReadonlySet<string> = new Set([
  'Collection',
  'OrderedCollection',
  'CollectionPage',
  'OrderedCollectionPage',
]);

/** The things of a collection, or the one thing that a document is; null for what is no document. Pages are not fetched. */
export function unfoldCollection(document: unknown): readonly unknown[] | null {
  const fields = fieldsOf(document);
  if (fields === null) return null;
  if (!typesOf(fields).some((type) => collections.has(type))) return [fields];
  return [...listOf(fields['orderedItems']), ...listOf(fields['items'])];
}
