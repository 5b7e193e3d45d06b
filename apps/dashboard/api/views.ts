import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { type NewView, View, Views } from '#contract/views.js';
import { useOrganizationSlug } from '../app/filters.js';
import { get, organizationPath, send } from './client.js';

const keyOf = (slug: string) => ['views', slug];

/** Views that one keeps in the organisation of the address, by name. */
export function useViews() {
  const slug = useOrganizationSlug();
  return useQuery({
    queryKey: keyOf(slug),
    queryFn: ({ signal }) => get(organizationPath(slug, 'views'), Views, {}, signal),
    staleTime: 60_000,
  });
}

/** Keeps one, in the place of another of its name. */
export function useSaveView() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (view: NewView) => send('POST', organizationPath(slug, 'views'), view, View),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(slug) }),
  });
}

export function useForgetView() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: View) => send('DELETE', organizationPath(slug, `views/${id}`), undefined, z.undefined()),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(slug) }),
  });
}
