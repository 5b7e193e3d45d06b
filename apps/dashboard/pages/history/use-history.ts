import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Declared, type DeclaredFigure, DeclaredFigures, Withdrawn } from '#contract/declared.js';
import { organizationPath, send } from '../../api/client.js';
import { useReading } from '../../api/reading.js';
import { useOrganizationSlug } from '../../app/filters.js';

const path = 'declared/history';
/** Rows in one request. */
const most = 1000;

export type HistoryRow = Record<string, string | number | null>;

export const useHistory = () => useReading(path, DeclaredFigures);

/** Declares rows; what was refused comes back with its place among them, from 1. */
export function useDeclareHistory() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (rows: HistoryRow[]): Promise<Declared> => {
      const all: Declared = { accepted: 0, duplicates: 0, rejections: [] };
      for (let from = 0; from < rows.length; from += most) {
        const body = { rows: rows.slice(from, from + most) };
        const { accepted, duplicates, rejections } = await send('POST', organizationPath(slug, path), body, Declared);
        all.accepted += accepted;
        all.duplicates += duplicates;
        all.rejections.push(...rejections.map((one) => ({ ...one, line: one.line + from })));
      }
      return all;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['reading', slug, path] }),
  });
}

export function useWithdrawHistory() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (figures: readonly DeclaredFigure[]) => {
      const keys = figures.map(({ scope, periodEnd, indicator, windowDays }) => ({
        ...{ scope, periodEnd, indicator, windowDays },
      }));
      return send('POST', organizationPath(slug, `${path}/withdrawal`), { keys }, Withdrawn);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reading', slug, path] }),
  });
}
