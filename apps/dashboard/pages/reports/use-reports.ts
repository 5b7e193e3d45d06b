import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { Kept } from '#contract/committees.js';
import { type NewReport, Reports } from '#contract/reports.js';
import { organizationPath, send } from '../../api/client.js';
import { useReading } from '../../api/reading.js';
import { useOrganizationSlug } from '../../app/filters.js';

export const useReports = () => useReading('reports', Reports);

type Change =
  | { method: 'POST' | 'PUT'; path: string; body: NewReport }
  | { method: 'POST' | 'DELETE'; path: string; body?: undefined };

/** Sets up, changes, tries and removes reports; ends links. */
export function useReportChange() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ method, path, body }: Change): Promise<void> => {
      const address = organizationPath(slug, path);
      if (body === undefined) await send(method, address, undefined, z.undefined());
      else await send(method, address, body, Kept);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reading', slug, 'reports'] }),
  });
}

export type ReportWriting = ReturnType<typeof useReportChange>;
