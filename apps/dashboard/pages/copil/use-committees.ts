import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type CommitteeChange,
  Committees,
  type ItemChange,
  Kept,
  type NewCommittee,
  type NewItem,
} from '#contract/committees.js';
import { organizationPath, send } from '../../api/client.js';
import { useReading } from '../../api/reading.js';
import { useOrganizationSlug } from '../../app/filters.js';

export const useCommittees = () => useReading('committees', Committees);

interface Change {
  method: 'POST' | 'PATCH';
  path: string;
  body: NewCommittee | CommitteeChange | NewItem | ItemChange;
}

/** What was taken away last, in words, and where to bring it back. */
interface Removed {
  path: string;
  says: string;
}

/** Writes a committee or what is on its list, and remembers how to bring back what was taken away. */
export function useCommitteeChange() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  const [removed, setRemoved] = useState<Removed | null>(null);
  const mutation = useMutation({
    mutationFn: ({ method, path, body }: Change) => send(method, organizationPath(slug, path), body, Kept),
    // Decisions are marks on every time chart too, which come with the organisation itself.
    onSuccess: async () => {
      void queries.invalidateQueries({ queryKey: ['organization', slug] });
      await queries.invalidateQueries({ queryKey: ['reading', slug, 'committees'] });
    },
  });
  const patch = (path: string, body: Change['body'], onSuccess?: () => void) =>
    mutation.mutate({ method: 'PATCH', path, body }, { onSuccess });
  return {
    isPending: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
    removed,
    add: (path: string, body: NewCommittee | NewItem, onSuccess: (kept: Kept) => void) =>
      mutation.mutate({ method: 'POST', path, body }, { onSuccess }),
    change: patch,
    remove: (path: string, says: string, onSuccess: () => void) =>
      patch(path, { withdrawn: true }, () => {
        setRemoved({ path, says });
        onSuccess();
      }),
    undo: () => removed && patch(removed.path, { withdrawn: false }, () => setRemoved(null)),
  };
}

export type CommitteeWriting = ReturnType<typeof useCommitteeChange>;
