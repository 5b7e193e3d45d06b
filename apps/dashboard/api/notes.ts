import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Kept } from '#contract/committees.js';
import { type FigureNoteChange, FigureNotes, type NewFigureNote } from '#contract/notes.js';
import { useOrganizationSlug } from '../app/filters.js';
import { organizationPath, send } from './client.js';
import { useReading } from './reading.js';
import { useRights } from './rights.js';

/** Notes beside every figure that one may read. */
export const useNotes = () => useReading('notes', FigureNotes, {}, useRights().steers);

/** Writes a note, or changes, takes away and brings back the one of an id. */
export function useNoteChange() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: { id: null; body: NewFigureNote } | { id: string; body: FigureNoteChange }) =>
      change.id === null
        ? send('POST', organizationPath(slug, 'notes'), change.body, Kept)
        : send('PATCH', organizationPath(slug, `notes/${change.id}`), change.body, Kept),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reading', slug, 'notes'] }),
  });
}
