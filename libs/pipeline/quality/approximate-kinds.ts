import { eventSources } from '#connectors/event-sources.js';
import { kindIndex } from '#domain/events/kind.js';
import { type ApproximateKinds } from '#storage/quality/source-day.js';

/** What no format of files dates itself. */
export const approximateKinds: readonly ApproximateKinds[] = eventSources.flatMap(({ key, approximate }) =>
  (approximate ?? []).map((kind) => ({ format: key, kind: kindIndex(kind) })),
);
