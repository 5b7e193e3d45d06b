import { type Fields, fieldsOf, textOf } from '../json/fields.js';

export type SkipReason = 'system_post' | 'integration_post';

const moved = /^@?(\S+) (?:has )?(?:joined|left) the (?:channel|team)\.?$/;
const placed = /^@?(\S+) (?:(?:was|has been) )?(?:added to|removed from) the (?:channel|team)(?: by @?(\S+?))?\.?$/;
const several = /^@?\S+(?:, @?\S+)* and (?:@?\S+|\d+ others) were added to the (?:channel|team) by @?(\S+?)\.?$/;
const changed =
  /^@?(\S+) (?:updated the channel (?:header|purpose|display name) |removed the channel (?:header|purpose) |(?:archived|unarchived) the channel)/;

/**
 * Why a post was not written by a person. Newer exports say so; older ones only hold the English sentence, which counts
 * as one if it begins or ends with the name of the author, for these posts carry the name of whoever moved.
 */
export function whyNotHuman(post: Fields, author: string): SkipReason | null {
  if (textOf(post['type'])?.startsWith('system_')) return 'system_post';
  const props = fieldsOf(post['props']) ?? fieldsOf(parsed(post['props'])) ?? {};
  if (isTrue(props['from_webhook']) || isTrue(props['from_bot'])) return 'integration_post';
  const message = textOf(post['message']) ?? '';
  const names = [moved, placed, several, changed].flatMap((sentence) => sentence.exec(message)?.slice(1) ?? []);
  return names.some((name) => name?.toLowerCase() === author) ? 'system_post' : null;
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/** Some versions write the properties as a text of JSON. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return null;
  try {
    return JSON.parse(value) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
