import { useMutation, useQueryClient } from '@tanstack/react-query';
import { VoiceSettings, type VoiceThresholds } from '#contract/voice.js';
import { organizationPath, send } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';

/** Sets the thresholds; whatever was read under the former ones is read again. */
export function useVoiceThresholds() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (thresholds: VoiceThresholds) =>
      send('PUT', organizationPath(slug, 'voice-thresholds'), thresholds, VoiceSettings),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reading', slug] }),
  });
}
