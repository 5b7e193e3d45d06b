import { useMutation } from '@tanstack/react-query';
import { type RecordRequest, RightsDone, type RightsRequest } from '#contract/rights.js';
import { useOrganizationSlug } from '../app/filters.js';
import { organizationPath, send, sendForFile } from './client.js';

/** An objection, its withdrawal or an erasure; the answer says what was done, never what the person did. */
export function useRightsRequest() {
  const slug = useOrganizationSlug();
  return useMutation({
    mutationFn: (asked: RightsRequest) => send('POST', organizationPath(slug, 'rights/requests'), asked, RightsDone),
  });
}

/** The file for the person: it is saved, and shown nowhere. */
export function useRecord() {
  const slug = useOrganizationSlug();
  return useMutation({
    mutationFn: (asked: RecordRequest) => sendForFile(organizationPath(slug, 'rights/record'), asked),
  });
}
