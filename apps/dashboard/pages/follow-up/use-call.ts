import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Declared } from '#contract/declared.js';
import { organizationPath, send } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';

interface Call {
  entities: readonly string[];
  calledOn: string;
  outcome: string;
}

/** Declares that somebody was called; the page is read again with it. */
export function useCall() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ entities, calledOn, outcome }: Call) => {
      const rows = entities.map((entity) => ({ entity, called_on: calledOn, outcome }));
      return send('POST', organizationPath(slug, 'declared/contacts'), { rows }, Declared);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reading', slug, 'follow-up'] }),
  });
}
