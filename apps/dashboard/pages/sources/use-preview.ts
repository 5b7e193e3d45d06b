import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ImportPreview, previewBytes, wholePreviewBytes } from '#contract/import-preview.js';
import { Import, type ImportKind, UndoCounts } from '#contract/imports.js';
import { addressOf, get, organizationPath, send } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { type Reading, readingParameters } from './reading.js';

export interface Asked {
  file: File;
  /** Null = to be told from the content. */
  kind: ImportKind | null;
  /** Null = as the names of the columns suggest. */
  reading: Reading | null;
}

const latin1 = (bytes: ArrayBuffer) => String.fromCharCode(...new Uint8Array(bytes));

/** What a file is and what its first rows would become, from its beginning (and the end of a zip). */
export function usePreview() {
  const slug = useOrganizationSlug();
  return useMutation({
    mutationFn: async ({ file, kind, reading }: Asked) => {
      const head = file.slice(0, previewBytes);
      const isArchive = ['PK', '\x1f\x8b'].includes(latin1(await head.slice(0, 2).arrayBuffer()));
      const whole = isArchive && file.size <= wholePreviewBytes;
      // The end of an archive says what is in it; with its size, the ends of a file tell whether it came before.
      const end = file.slice(Math.max(previewBytes, file.size - previewBytes));
      const parts = file.size > previewBytes ? [head, end] : [head];
      const path = addressOf(organizationPath(slug, 'imports/preview'), {
        kind,
        ...(whole ? { whole } : { size: file.size }),
        source: reading?.source || undefined,
        ...(reading ? readingParameters(reading) : {}),
      });
      return send('POST', path, new Blob(whole ? [file] : parts, { type: 'application/octet-stream' }), ImportPreview);
    },
  });
}

/** What an undo would take out, counted as somebody asks. */
export function useUndoCounts(id: number, asked: boolean) {
  const slug = useOrganizationSlug();
  return useQuery({
    queryKey: ['undo-counts', slug, id],
    queryFn: ({ signal }) => get(organizationPath(slug, `imports/${id}/undo`), UndoCounts, {}, signal),
    enabled: asked,
    gcTime: 0,
  });
}

/** Ends the reading of a file, or takes a whole import back. */
export function useEndImport(id: number) {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (verb: 'cancel' | 'undo' | 'undo?along=true') =>
      send('POST', organizationPath(slug, `imports/${id}/${verb}`), undefined, Import),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['imports', slug] }),
  });
}
