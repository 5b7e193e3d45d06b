import { useQuery } from '@tanstack/react-query';
import { ImportPreview, wholePreviewBytes } from '#contract/import-preview.js';
import { type ImportKind } from '#contract/imports.js';
import { addressOf, organizationPath, send } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { type Reading, readingParameters } from './reading.js';

/** What a whole table holds as it is read now. Slower than its first rows, which therefore do not wait for it. */
export function useFileHolds(file: File, kind: ImportKind, reading: Reading, asked: boolean) {
  const slug = useOrganizationSlug();
  const parameters = { kind, ...readingParameters(reading), whole: true };
  return useQuery({
    queryKey: ['file-holds', slug, file.name, file.size, file.lastModified, JSON.stringify(parameters)],
    queryFn: async () => {
      const path = addressOf(organizationPath(slug, 'imports/preview'), parameters);
      const body = new Blob([file], { type: 'application/octet-stream' });
      const { holds } = await send('POST', path, body, ImportPreview);
      return { holds };
    },
    enabled: asked && file.size <= wholePreviewBytes,
    staleTime: Infinity,
    retry: false,
  });
}
