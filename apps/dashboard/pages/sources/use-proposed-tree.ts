import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ImportQueued } from '#contract/imports.js';
import { ProposedTree } from '#contract/proposed-tree.js';
import { get, organizationPath, send } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';

const every = 30_000;

/** The tree that a network's accounts tell; only for who may take it over. */
export function useProposedTree(enabled: boolean) {
  const slug = useOrganizationSlug();
  return useQuery({
    queryKey: ['proposed-tree', slug],
    queryFn: ({ signal }) => get(organizationPath(slug, 'proposed-tree'), ProposedTree, {}, signal),
    refetchInterval: every,
    enabled,
  });
}

export function useProposal() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (verb: 'adopt' | 'forget') => {
      if (verb === 'adopt')
        await send('POST', organizationPath(slug, 'proposed-tree/adoption'), undefined, ImportQueued);
      else await send('DELETE', organizationPath(slug, 'proposed-tree'), undefined, z.undefined());
    },
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['proposed-tree', slug] }),
        queries.invalidateQueries({ queryKey: ['imports', slug] }),
      ]),
  });
}

/** Where the proposal is downloaded as a file of people. */
export const proposedPeopleAddress = (slug: string) => organizationPath(slug, 'proposed-tree/people.csv');
