import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ImportProfiles } from '#contract/import-profiles.js';
import { type ImportKind } from '#contract/imports.js';
import { get, organizationPath, send } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { profileOf, type Reading } from './reading.js';

/** How files of this organisation are read, kept under the names of their sources. */
export function useProfiles() {
  const slug = useOrganizationSlug();
  return useQuery({
    queryKey: ['import-profiles', slug],
    queryFn: ({ signal }) => get(organizationPath(slug, 'import-profiles'), ImportProfiles, {}, signal),
  });
}

export function useSaveProfile() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, kind, reading }: { name: string; kind: ImportKind; reading: Reading }) =>
      send(
        'PUT',
        organizationPath(slug, `import-profiles/${encodeURIComponent(name)}`),
        profileOf(kind, reading),
        z.undefined(),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['import-profiles', slug] }),
  });
}
