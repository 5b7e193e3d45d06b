import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { Directory, DirectoryApproved, ScimTokenCreated } from '#contract/directory.js';
import { get, organizationPath, send } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';

const every = 30_000;

/** What an identity provider pushes; only for who may see to it. */
export function useDirectory(enabled: boolean) {
  const slug = useOrganizationSlug();
  return useQuery({
    queryKey: ['directory', slug],
    queryFn: ({ signal }) => get(organizationPath(slug, 'directory'), Directory, {}, signal),
    refetchInterval: every,
    enabled,
  });
}

function useGesture<Given, Answer>(gesture: (slug: string, given: Given) => Promise<Answer>) {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => gesture(slug, given),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['directory', slug] }),
  });
}

export const useNewToken = () =>
  useGesture<string, ScimTokenCreated>((slug, expiresOn) =>
    send('POST', organizationPath(slug, 'directory/tokens'), expiresOn ? { expiresOn } : undefined, ScimTokenCreated),
  );

export const useRevokeToken = () =>
  useGesture<string, undefined>((slug, token) =>
    send('DELETE', organizationPath(slug, `directory/tokens/${token}`), undefined, z.undefined()),
  );

export const useApproval = () =>
  useGesture<void, DirectoryApproved>((slug) =>
    send('POST', organizationPath(slug, 'directory/approval'), undefined, DirectoryApproved),
  );
