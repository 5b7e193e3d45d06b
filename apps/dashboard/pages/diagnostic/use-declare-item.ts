import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Declared } from '#contract/declared.js';
import { organizationPath, send } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';

interface Said {
  item: string;
  scope: string;
  state: string;
}

/** Declares one item of the checklist; the diagnostic and the gate are read again with it. */
export function useDeclareItem() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ item, scope, state }: Said) => {
      const row = { item, scope, state, date: new Date().toISOString().slice(0, 10) };
      const answer = await send('POST', organizationPath(slug, 'declared/governance'), { rows: [row] }, Declared);
      if (answer.rejections.length > 0) throw new Error(answer.rejections[0]?.code);
    },
    onSuccess: () =>
      Promise.all(
        ['diagnostic', 'diagnostic/places', 'gate'].map((path) =>
          queries.invalidateQueries({ queryKey: ['reading', slug, path] }),
        ),
      ),
  });
}
