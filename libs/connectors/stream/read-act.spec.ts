import fc from 'fast-check';
import { type Vocabulary } from '#domain/events/vocabulary.js';
import { readActivity } from '../activity-streams/read-activity.js';
import { readCloudEvent } from '../cloudevents/read-cloud-event.js';
import { checkEvent, eventLimits } from '../event/canonical-event.js';
import { readSegment } from '../segment/read-segment.js';
import { readStatement } from '../xapi/read-statement.js';
import { isKeepableName, NameTable } from './name-table.js';

const now = new Date('2026-03-10T12:00:00Z');
const time = '2026-03-02T08:14:07Z';

const anything = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('mailto:a@b.example', 'urn:x', '', null, 7, time, '__proto__') },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);
const thing = fc.oneof(
  anything,
  fc.record(
    {
      ...{
        id: anything,
        type: fc.constantFrom('Note', 'Person', 'Group', 'Mention', 'Like', ['Note']),
        href: anything,
      },
      ...{ mbox: anything, account: anything, object: anything, target: anything, mentions: fc.array(anything) },
      ...{ inReplyTo: anything, tag: fc.array(anything), definition: anything, groupId: anything, quantity: anything },
    },
    { requiredKeys: [] },
  ),
);

/** Documents that say what their vocabulary wants, with anything at all in some places. */
const around = (fixed: Record<string, unknown>) =>
  fc
    .tuple(
      fc.dictionary(fc.constantFrom(...Object.keys(fixed)), thing, { maxKeys: 2 }),
      fc.dictionary(fc.string(), thing, { maxKeys: 2 }),
    )
    .map(([changed, added]): unknown => ({ ...added, ...fixed, ...changed }));

const documents: Record<Vocabulary, [typeof readSegment, fc.Arbitrary<unknown>]> = {
  segment: [
    readSegment,
    around({ type: 'track', event: 'Post Created', userId: 'u', messageId: 'm', timestamp: time, properties: {} }),
  ],
  cloudevents: [
    readCloudEvent,
    around({ specversion: '1.0', id: '1', source: '/s', type: 'esn.post', subject: 'u', time, data: {} }),
  ],
  'activity-streams': [
    readActivity,
    around({
      type: 'Create',
      id: 'urn:1',
      actor: 'urn:a',
      object: { type: 'Note' },
      target: {},
      tag: [],
      published: time,
    }),
  ],
  xapi: [
    readStatement,
    around({
      ...{
        id: undefined,
        actor: { mbox: 'mailto:a@b.example' },
        verb: { id: 'http://activitystrea.ms/schema/1.0/like' },
      },
      ...{ object: { id: 'urn:n' }, context: {}, timestamp: time },
    }),
  ],
};

describe.each(Object.entries(documents))('whatever comes as %s', (vocabulary, [read, arbitrary]) => {
  it('is events that can be kept, or left aside, or refused; and the same again', () => {
    const found = { read: 0, skipped: 0, refused: 0 };
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary }, fc.jsonValue()), (document) => {
        const reading = read(document, { names: new NameTable(vocabulary as Vocabulary), now });
        found[reading.is]++;
        expect(read(document, { names: new NameTable(vocabulary as Vocabulary), now })).toEqual(reading);
        if (reading.is === 'refused') return expect(reading.problem.message).not.toBe('');
        if (reading.unmapped !== null) expect(isKeepableName(reading.unmapped)).toBe(true);
        if (reading.is === 'skipped') return;
        expect(reading.events.length).toBeGreaterThan(0);
        expect(new Set(reading.events.map(({ id }) => id)).size).toBe(reading.events.length);
        for (const { occurredAt, ...event } of reading.events) {
          expect(event.id.length).toBeLessThanOrEqual(eventLimits.idLength);
          expect(checkEvent({ ...event, occurred_at: occurredAt }, now)).toEqual({
            event: { ...event, occurredAt },
            dropped: 0,
          });
        }
      }),
      { numRuns: 150 },
    );
    // Not one of the three alone.
    expect(Math.min(found.read, found.skipped + found.refused)).toBeGreaterThan(10);
  });
});
