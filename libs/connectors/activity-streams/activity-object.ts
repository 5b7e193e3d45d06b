import { type Fields, fieldsOf, listOf, personKey, textOf } from '../stream/json.js';

const namespace = /^(?:as:|https?:\/\/www\.w3\.org\/ns\/activitystreams#)/;

/** The types of a thing, without the prefix of the vocabulary. A thing that is only named has none. */
export function typesOf(thing: unknown): string[] {
  const fields = fieldsOf(thing);
  if (fields === null) return [];
  return listOf(fields['type'] ?? fields['@type']).flatMap((type) => textOf(type)?.replace(namespace, '') || []);
}

/** The id of a thing, whether it is written out or only named; a link names what it leads to. */
export function idOf(thing: unknown): string | null {
  const fields = fieldsOf(thing);
  if (fields === null) return textOf(thing);
  return textOf(fields['id']) ?? textOf(fields['@id']) ?? textOf(fields['href']);
}

/** Things of a property, which holds one or several. */
export function thingsIn(fields: Fields, name: string): readonly unknown[] {
  return Object.hasOwn(fields, name) ? listOf(fields[name]) : [];
}

/** Those of them that are, or may be, people: whoever is only named is not known to be anything else. */
export function peopleIn(things: readonly unknown[]): string[] {
  const people = things.filter((thing) => isPerson(typesOf(thing)));
  return [...new Set(people.flatMap((thing) => idOf(thing) ?? []).map(personKey))];
}

function isPerson(types: readonly string[]): boolean {
  return types.length === 0 || types.includes('Person') || types.includes('Mention') || types.includes('Link');
}

export function isMachine(types: readonly string[]): boolean {
  return !types.includes('Person') && types.some((type) => /^(?:Application|Service|Organization|Group)$/.test(type));
}

/** The first group among these. */
export function groupIn(things: readonly unknown[]): string | null {
  const group = things.find((thing) => typesOf(thing).includes('Group'));
  return group === undefined ? null : idOf(group);
}
