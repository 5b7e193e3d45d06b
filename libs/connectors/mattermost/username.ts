import { textOf } from '../json/fields.js';

/** User names are the same in any case. */
export function usernameOf(value: unknown): string | null {
  return textOf(value)?.toLowerCase() ?? null;
}
