import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type EntityCountries, type NewConsultation, PurposeGate } from '#contract/purpose-gate.js';
import { useOrganizationSlug } from '../app/filters.js';
import { get, organizationPath, send } from './client.js';

const keyOf = (slug: string) => ['purpose-gate', slug];

/** Whether the activity of real people may come in. */
export function usePurposeGate() {
  const slug = useOrganizationSlug();
  return useQuery({
    queryKey: keyOf(slug),
    queryFn: ({ signal }) => get(organizationPath(slug, 'purpose-gate'), PurposeGate, {}, signal),
  });
}

type Change =
  | { what: 'country'; country: string }
  | ({ what: 'entities' } & EntityCountries)
  | ({ what: 'consultations' } & NewConsultation)
  | { what: 'override'; reason: string | null };

/** Records a date, a country or a decision; the answer is what holds now. */
export function useGateChange() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ what, ...body }: Change) => {
      const ends = 'reason' in body && body.reason === null;
      const path = organizationPath(slug, `purpose-gate/${what}`);
      return send(ends ? 'DELETE' : 'PUT', path, ends ? undefined : body, PurposeGate);
    },
    onSuccess: (gate) => queries.setQueryData(keyOf(slug), gate),
  });
}
