import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { type NewNameUse, SourceNames } from '#contract/source-names.js';
import { get, organizationPath, send } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';

const pathOf = (slug: string, source: number) => organizationPath(slug, `sources/${source}/names`);

/** What the names that a live source sends stand for, and which came that stand for nothing yet. */
export function useSourceNames(source: number) {
  const slug = useOrganizationSlug();
  return useQuery({
    queryKey: ['source-names', slug, source],
    queryFn: ({ signal }) => get(pathOf(slug, source), SourceNames, {}, signal),
    refetchInterval: 30_000,
  });
}

export function useNameUse(source: number) {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (use: NewNameUse) => send('PUT', pathOf(slug, source), use, z.undefined()),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['source-names', slug, source] }),
  });
}
