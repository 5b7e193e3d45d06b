import { type Bilingual } from '../indicators/indicator.js';
import { type Language } from './language.js';

/** What a place of the published tree may be called. */
export interface NamedPlace {
  kind: 'node' | 'cell' | 'direct' | 'rest';
  name: string;
  /** Names of the entities read together; empty but for a `rest`. */
  members: readonly string[];
}

const most = 3;

/** « Boise et Tulsa » for what is read together, « France, équipe centrale » for the own staff of a parent. */
export function placeName({ kind, name, members }: NamedPlace, language: Language): string {
  if (kind === 'direct') return language === 'fr' ? `${name}, équipe centrale` : `${name}, central team`;
  if (kind !== 'rest' || members.length === 0) return name;
  const and = language === 'fr' ? 'et' : 'and';
  if (members.length === 1) return members.join('');
  if (members.length <= most) return `${members.slice(0, -1).join(', ')} ${and} ${members.at(-1)}`;
  const others = members.length - most + 1;
  return `${members.slice(0, most - 1).join(', ')} ${and} ${others} ${language === 'fr' ? 'autres' : 'others'}`;
}

/** The same in every language: a sentence has none yet. */
export const placeNames = (place: NamedPlace): Bilingual => ({
  fr: placeName(place, 'fr'),
  en: placeName(place, 'en'),
});

/** A name below its parent's in a tree: what the parent says already is left out (`Lyon > DSI` below `Lyon` is `DSI`). */
export function nameBelow(name: string, parent: string | undefined): string {
  for (let from = 0; parent !== undefined && from < parent.length; from++) {
    const above = `${parent.slice(from)} > `;
    if (name.startsWith(above) && name.length > above.length) return name.slice(above.length);
  }
  return name;
}
