import { hash } from 'node:crypto';
import { eventUuid } from '../event/event-identity.js';
import { isTooLarge } from '../event/canonical-event.js';
import { fieldsOf, textOf } from '../stream/json.js';

/** A statement and the id that its sender is told. */
export interface Identified {
  id: string;
  statement: unknown;
}

/** Every statement with an id: its own, or one made of what it holds, so that it is the same when it is sent again. */
export function identified(statements: readonly unknown[]): Identified[] {
  return statements.map((statement) => {
    const fields = fieldsOf(statement);
    const id = fields && textOf(fields['id']);
    if (fields === null || fields['id'] !== undefined || isTooLarge(fields)) return { id: id ?? '', statement };
    const made = eventUuid(hash('sha256', JSON.stringify(fields), 'hex'));
    return { id: made, statement: { ...fields, id: made } };
  });
}
