import { useQuery } from '@tanstack/react-query';
import { FileWords, wholePreviewBytes } from '#contract/import-preview.js';
import { type ImportKind } from '#contract/imports.js';
import { addressOf, organizationPath, send } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { type Reading } from './reading.js';

/** All words in the column of kinds of a table that was chosen, with their lines; of a large file, those of its first part. */
export function useFileWords(
  file: File | null,
  kind: ImportKind,
  { map, encoding }: Reading,
  columns: readonly string[],
) {
  const slug = useOrganizationSlug();
  const column = map['kind'] ?? columns.find((name) => name.trim().toLowerCase() === 'kind') ?? '';
  return useQuery({
    queryKey: ['file-words', slug, file?.name, file?.size, file?.lastModified, column, encoding],
    queryFn: () => {
      const path = addressOf(organizationPath(slug, 'imports/words'), { column, encoding });
      const body = new Blob([file?.slice(0, wholePreviewBytes) ?? ''], { type: 'application/octet-stream' });
      return send('POST', path, body, FileWords);
    },
    enabled: file !== null && kind === 'events' && column !== '',
    staleTime: Infinity,
    retry: false,
  });
}
