/** One object of an export, of which nothing is believed before it is looked at. */
export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** The objects of a list; some exports write null for an empty one. */
export function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf).filter((fields) => fields !== null) : [];
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The ISO instant of milliseconds since 1970; null where it is none. */
export function instantOf(value: unknown): string | null {
  const isInstant = typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value < 8.64e15;
  return isInstant ? new Date(value).toISOString() : null;
}
