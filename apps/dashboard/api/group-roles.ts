import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type GroupRole, GroupRoles } from '#contract/identity.js';
import { useOrganizationSlug } from '../app/filters.js';
import { get, organizationPath, send } from './client.js';

const keyOf = (slug: string) => ['group-roles', slug];

export function useGroupRoles() {
  const slug = useOrganizationSlug();
  return useQuery({
    queryKey: keyOf(slug),
    queryFn: ({ signal }) => get(organizationPath(slug, 'group-roles'), GroupRoles, {}, signal),
  });
}

export function useReplaceGroupRoles() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (groupRoles: GroupRole[]) =>
      send('PUT', organizationPath(slug, 'group-roles'), { groupRoles }, GroupRoles),
    onSuccess: (answer) => queries.setQueryData(keyOf(slug), answer),
  });
}
