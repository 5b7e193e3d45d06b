import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { HeldSnapshot, Import } from '#contract/imports.js';
import { get, organizationPath, send } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';

/** Where on the page a held file waits for its answer. */
export const placeOfHeld = (id: number) => `held-${id}`;

/** What a held file would change. */
export function useHeld(id: number) {
  const slug = useOrganizationSlug();
  return useQuery({
    queryKey: ['held', slug, id],
    queryFn: ({ signal }) => get(organizationPath(slug, `imports/${id}/held`), HeldSnapshot, {}, signal),
  });
}

export function useDecideHeld(id: number) {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (verb: 'approve' | 'refuse') =>
      send('POST', organizationPath(slug, `imports/${id}/${verb}`), undefined, Import),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['imports', slug] }),
        queries.invalidateQueries({ queryKey: ['held', slug, id] }),
      ]),
  });
}
