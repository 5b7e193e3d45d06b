import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Import, type ImportKind, ImportPreview, previewBytes, wholePreviewBytes } from '#contract/imports.js';
import { addressOf, organizationPath, send } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { type Reading, readingParameters } from './reading.js';

export interface Asked {
  file: File;
  /** Null = to be told from the content. */
  kind: ImportKind | null;
  /** Null = as the names of the columns suggest. */
  reading: Reading | null;
  /** What the whole file holds is wanted too, as far as it is small enough. */
  wholly?: boolean;
}

const latin1 = (bytes: ArrayBuffer) => String.fromCharCode(...new Uint8Array(bytes));

/** What a file is and what its first rows would become, from its beginning (and the end of a zip). */
export function usePreview() {
  const slug = useOrganizationSlug();
  return useMutation({
    mutationFn: async ({ file, kind, reading, wholly = false }: Asked) => {
      const head = file.slice(0, previewBytes);
      const isArchive = ['PK', '\x1f\x8b'].includes(latin1(await head.slice(0, 2).arrayBuffer()));
      const whole = (isArchive || wholly) && file.size <= wholePreviewBytes;
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

/** Ends the reading of a file, or takes a whole import back. */
export function useEndImport(id: number) {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (verb: 'cancel' | 'undo') =>
      send('POST', organizationPath(slug, `imports/${id}/${verb}`), undefined, Import),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['imports', slug] }),
  });
}
