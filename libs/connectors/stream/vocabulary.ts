import { type EventKind } from '#domain/events/kind.js';
import { type Vocabulary } from '#domain/events/vocabulary.js';
import { activityNames } from '../activity-streams/activity-names.js';
import { cloudEventNames } from '../cloudevents/cloud-event-names.js';
import { segmentNames } from '../segment/segment-names.js';
import { xapiNames } from '../xapi/xapi-names.js';

/** What a name of a vocabulary stands for: one of our kinds, or `null` for nothing that counts. */
export type Meaning = EventKind | null;

/** Names are compared as their vocabulary compares them; what comes out is what is kept and shown. */
export interface Names {
  normal: (name: string) => string;
  /** What it means unless a source says otherwise; undefined where nobody knows. */
  meaning: (normal: string) => Meaning | undefined;
  /** The names known from the start. */
  listed: readonly (readonly [string, Meaning])[];
}

export const namesOf: Record<Vocabulary, Names> = {
  segment: segmentNames,
  cloudevents: cloudEventNames,
  'activity-streams': activityNames,
  xapi: xapiNames,
};

/** Longer names, and those that look like the address of a person, are neither kept nor told. */
export const nameLength = 200;
