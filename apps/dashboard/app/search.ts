import { z } from 'zod';
import { isSunday } from '../format/iso-week.js';

export const windows = [7, 28, 91, 365] as const;
export type Window = (typeof windows)[number];

const words = z
  .string()
  .transform((text) => text.split(',').filter(Boolean))
  .or(z.array(z.string()))
  .optional()
  .catch(undefined);

/** Every filter of every page, as it stands in the address. What cannot be read is left out, never an error. */
export const Search = z.object({
  /** The Sunday that ends the week; without it, the last closed one. */
  week: z.iso.date().refine(isSunday).optional().catch(undefined),
  window: z.coerce
    .number()
    .pipe(z.union([z.literal(7), z.literal(28), z.literal(91), z.literal(365)]))
    .optional()
    .catch(undefined),
  scope: z.string().min(1).optional().catch(undefined),
  compare: words,
  align: z.enum(['launch', 'calendar']).optional().catch(undefined),
  indicator: z.string().min(1).optional().catch(undefined),
  population: z.string().min(1).optional().catch(undefined),
  entity: z.string().min(1).optional().catch(undefined),
  sort: z.string().min(1).optional().catch(undefined),
  committee: z.string().min(1).optional().catch(undefined),
  find: z.string().min(1).optional().catch(undefined),
});
export type Search = z.infer<typeof Search>;

/** `compare=pilot,wave-2&window=28`: words, not JSON. */
export function writeSearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '')
      query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = query.toString().replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%3A/g, ':');
  return text ? `?${text}` : '';
}

export const readSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
