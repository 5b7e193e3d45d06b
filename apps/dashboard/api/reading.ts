import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type z } from 'zod';
import { useOrganizationSlug } from '../app/filters.js';
import { get, organizationPath, type Parameters } from './client.js';

/**
 * Reads `/v1/organizations/<slug>/<path>`; the last answer stays on screen while the next one comes. Not `enabled`, it
 * asks for nothing: what the account may not read.
 */
export function useReading<T>(path: string, schema: z.ZodType<T>, parameters: Parameters = {}, enabled = true) {
  const slug = useOrganizationSlug();
  return useQuery({
    queryKey: ['reading', slug, path, parameters],
    queryFn: ({ signal }) => get(organizationPath(slug, path), schema, parameters, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}
