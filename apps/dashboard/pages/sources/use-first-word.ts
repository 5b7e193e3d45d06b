import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { organizationPath, send } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';

/** Says that everything is in: weeks are published from then on. */
export function useFirstWord() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send('POST', organizationPath(slug, 'publication'), undefined, z.undefined()),
    onSuccess: () =>
      Promise.all(
        ['organization', 'reading', 'imports'].map((what) => queries.invalidateQueries({ queryKey: [what, slug] })),
      ),
  });
}
