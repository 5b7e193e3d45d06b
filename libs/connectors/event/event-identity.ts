import { hash } from 'node:crypto';
import { type CanonicalEvent } from './canonical-event.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id under which an event is kept: its own if that is a UUID, else a UUID (version 8) hashed from it. */
export function eventUuid(id: string): string {
  if (id.length === 36 && uuid.test(id)) return id.toLowerCase();
  const hex = hash('sha256', id, 'hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Tells an event sent again from another under the same id: 64 bits of its content, as a signed decimal number. */
export function eventDigest(event: CanonicalEvent): string {
  // The separator cannot occur in a checked event, and an empty text is never kept, so that two contents cannot look alike.
  const content = `${event.occurredAt}\n${event.kind}\n${event.actor}\n${event.object ?? ''}\n${event.parent ?? ''}\n${event.group ?? ''}\n${event.target ?? ''}\n${event.quantity}`;
  return BigInt.asIntN(64, BigInt(`0x${hash('sha256', content, 'hex').slice(0, 16)}`)).toString();
}

/** The UTC day that is part of the key of an event. */
export function utcDay(occurredAt: string): string {
  return occurredAt.slice(0, 10);
}
