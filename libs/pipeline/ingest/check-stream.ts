import { isTooLarge } from '#connectors/event/canonical-event.js';
import { readActivity } from '#connectors/activity-streams/read-activity.js';
import { readCloudEvent } from '#connectors/cloudevents/read-cloud-event.js';
import { readSegment } from '#connectors/segment/read-segment.js';
import { type NameTable } from '#connectors/stream/name-table.js';
import { type Surroundings } from '#connectors/stream/read-act.js';
import { type Reading, refused } from '#connectors/stream/reading.js';
import { readStatement } from '#connectors/xapi/read-statement.js';
import { type Vocabulary } from '#domain/events/vocabulary.js';
import { type UnmappedName } from '#storage/source/unmapped-names.js';
import { addEvent, type CheckedBatch, emptyBatch, timed } from './check-batch.js';

const readers: Record<Vocabulary, (document: unknown, surroundings: Surroundings) => Reading> = {
  segment: readSegment,
  cloudevents: readCloudEvent,
  'activity-streams': readActivity,
  xapi: readStatement,
};

/** Where a batch comes from, and what its names mean there. */
export interface Stream {
  vocabulary: Vocabulary;
  names: NameTable;
  sourceId: number;
  now: Date;
}

/**
 * Every document of a batch, looked at before anything is written. A document may make several events, or none:
 * `received` counts the events, and the documents that made none.
 */
export function checkStream(documents: readonly unknown[], stream: Stream): CheckedBatch {
  const batch = emptyBatch(0);
  const names = new Map<string, UnmappedName>();
  for (const [index, document] of documents.entries()) {
    const reading = readDocument(document, stream);
    if (reading.is !== 'refused' && reading.unmapped !== null) note(names, stream.vocabulary, reading.unmapped);
    if (reading.is === 'refused') {
      batch.received++;
      batch.rejections.push({ index, ...reading.problem });
    } else if (reading.is === 'skipped') {
      batch.received++;
      batch.skipped++;
    } else {
      batch.received += reading.events.length;
      batch.droppedFields += reading.dropped;
      for (const event of reading.events) {
        addEvent(batch, event, { index, id: reading.id ?? event.id }, stream.sourceId);
      }
    }
  }
  return timed({ ...batch, unmapped: [...names.values()] }, stream.now);
}

function readDocument(document: unknown, { vocabulary, names, now }: Stream): Reading {
  if (typeof document === 'object' && document !== null && isTooLarge(document))
    return refused('event_too_large', null, 'The event is larger than 32 KB.');
  return readers[vocabulary](document, { names, now });
}

function note(names: Map<string, UnmappedName>, vocabulary: Vocabulary, name: string): void {
  const known = names.get(name);
  if (known) known.times++;
  else names.set(name, { vocabulary, name, times: 1 });
}
