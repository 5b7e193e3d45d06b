import { hash } from 'node:crypto';
import { eventLimits } from './canonical-event.js';

/** An id under which a source knows something: readable where it fits, else a hash of the same parts. */
export function sourceId(source: string, ...parts: readonly (string | null)[]): string {
  const name = [source, ...parts.map((part) => part ?? '')].join(':');
  return name.length <= eventLimits.idLength ? name : `${source}:${hash('sha256', JSON.stringify(parts), 'hex')}`;
}
