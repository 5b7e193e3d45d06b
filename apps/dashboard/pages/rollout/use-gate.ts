import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type NewDecision, WaveDecision } from '#contract/gate.js';
import { organizationPath, send } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';

/** Records a decision about a wave; the gate is read again afterwards. */
export function useDecide(wave: string) {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: NewDecision) =>
      send('POST', organizationPath(slug, `waves/${encodeURIComponent(wave)}/decisions`), decision, WaveDecision),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reading', slug, 'gate'] }),
  });
}
