import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Group, Groups, KindsChanged } from '#contract/groups.js';
import { organizationPath, send } from '../../api/client.js';
import { useReading } from '../../api/reading.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { inverseOf, type KindChange } from './kind-rows.js';

export const useGroups = () => useReading('groups', Groups);

/** Changes kinds, and remembers how to take each change back. */
export function useGroupsChange(groups: readonly Group[]) {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  const [undo, setUndo] = useState<KindChange[][]>([]);
  const mutation = useMutation({
    mutationFn: (changes: KindChange[]) =>
      send('PUT', organizationPath(slug, 'groups/kinds'), { changes }, KindsChanged),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reading', slug] }),
  });
  const apply = (changes: KindChange[], then: (before: KindChange[][]) => KindChange[][]) => {
    if (changes.length > 0) mutation.mutate(changes, { onSuccess: () => setUndo(then) });
  };
  return {
    isPending: mutation.isPending,
    error: mutation.error,
    undoable: undo.at(-1)?.length ?? 0,
    change: (changes: KindChange[]) => {
      const back = inverseOf(groups, changes);
      apply(changes, (before) => [...before, back].slice(-20));
    },
    undo: () => apply(undo.at(-1) ?? [], (before) => before.slice(0, -1)),
  };
}
