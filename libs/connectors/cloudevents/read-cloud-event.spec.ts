import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventKinds } from '#domain/events/kind.js';
import { NameTable } from '../stream/name-table.js';
import { readCloudEvent } from './read-cloud-event.js';

const now = new Date('2026-03-10T12:00:00Z');
const surroundings = { names: new NameTable('cloudevents'), now };
const read = (document: unknown) => readCloudEvent(document, surroundings);
const time = '2026-03-02T08:14:07Z';
const event = (over: object = {}) => ({
  ...{ specversion: '1.0', id: '9001', source: '/rse/acme', type: 'esn.post.created', subject: 'ada@acme.fr', time },
  ...over,
});

describe('a CloudEvent', () => {
  it('is an event whose subject did it', () => {
    expect(read(event({ data: { group: '77', note: 'x' } }))).toEqual({
      is: 'read',
      id: '9001',
      events: [
        {
          ...{ id: '/rse/acme#9001', occurredAt: '2026-03-02T08:14:07.000Z', kind: 'post', actor: 'ada@acme.fr' },
          ...{ object: null, parent: null, group: '77', target: null, quantity: 1 },
        },
      ],
      dropped: 1,
      unmapped: null,
    });
  });

  it('is about its subject where data or the security extension name who did it', () => {
    const about = { actor: 'bob@acme.fr', object: 'ada@acme.fr' };
    expect(read(event({ data: { actor: 'mailto:bob@acme.fr' } }))).toMatchObject({ events: [about] });
    expect(read(event({ authid: 'bob@acme.fr', authtype: 'user' }))).toMatchObject({ events: [about] });
  });

  it('makes an event for everybody mentioned, never for its author', () => {
    const reading = read(event({ data: { mentions: ['bob', 'bob', 'ada@acme.fr', '', 7, 'eve'] } }));
    const events = reading.is === 'read' ? reading.events : [];
    expect(events.map(({ kind, target }) => [kind, target])).toEqual([
      ['post', null],
      ['mention', 'bob'],
      ['mention', 'eve'],
    ]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(3);
  });

  it('has source and id together for its identity', () => {
    const idOf = (over: object) => {
      const reading = read(event(over));
      return reading.is === 'read' ? reading.events[0]?.id : null;
    };
    expect(idOf({ source: '/other' })).not.toBe(idOf({}));
    const long = idOf({ source: `https://${'x'.repeat(3000)}.example` });
    expect(long).toMatch(/^[0-9a-f]{32}$/);
    expect(long).toBe(idOf({ source: `https://${'x'.repeat(3000)}.example` }));
  });

  it('knows every kind of ours by its name', () => {
    for (const kind of eventKinds)
      expect(read(event({ type: `esn.${kind}`, data: { target: 'bob' } }))).toMatchObject({ events: [{ kind }] });
  });

  it('is counted, not refused, where its type means nothing and it lacks what an act needs', () => {
    const unknown = { type: 'io.cloudevents.test' };
    expect(read(event(unknown))).toMatchObject({ events: [{ kind: 'other' }], unmapped: 'io.cloudevents.test' });
    expect(read(event({ ...unknown, subject: null }))).toMatchObject({ is: 'skipped', reason: 'no_person' });
    expect(read(event({ ...unknown, time: null }))).toMatchObject({ is: 'skipped', reason: 'no_time' });
    expect(read(event({ time: null }))).toMatchObject({ problem: { code: 'missing_field', field: 'time' } });
    expect(read(event({ subject: null }))).toMatchObject({ problem: { code: 'missing_field', field: 'subject' } });
  });

  it('is refused without an offset, and with attributes that are no attributes', () => {
    expect(read(event({ time: '2026-03-02T08:14:07' }))).toMatchObject({
      problem: { code: 'naive_timestamp', field: 'time' },
    });
    for (const extension of ['"Upper":"x"', '"list":[]', '"part":1.5', '"large":1e999', '"__proto__":{"a":1}'])
      expect(read(JSON.parse(JSON.stringify(event()).replace('{', `{${extension},`)))).toMatchObject({
        problem: { code: 'bad_attribute', field: null, id: '9001' },
      });
    expect(read(event({ extension: true, other: 7, none: null }))).toMatchObject({ is: 'read' });
  });
});

const shared = process.env.ESSOR_SHARED;
(shared ? describe : describe.skip)('the conformance suite of CloudEvents', () => {
  interface Suite {
    tests: { id: string; event: Record<string, unknown> }[];
  }
  const suite = (name: string) =>
    (JSON.parse(readFileSync(join(shared ?? '', 'data/cloudevents', name), 'utf8')) as Suite).tests;

  it('finds nothing wrong with any valid event', () => {
    const readings = suite('valid-events.json').map((one) => [one.id, read(one.event).is]);
    expect(readings.length).toBe(10);
    expect(readings.filter(([, is]) => is === 'refused')).toEqual([]);
    // The same with what an act needs, which the specification leaves out: then each is an event.
    for (const one of suite('valid-events.json')) {
      const whole = { ...one.event, subject: one.event['subject'] ?? 'ada', time: one.event['time'] ?? time };
      expect([one.id, read({ ...whole, type: 'esn.post.created' })]).toMatchObject([one.id, { is: 'read' }]);
    }
  });

  it('refuses every invalid one with a code', () => {
    const readings = suite('invalid-events.json').map((one) => [one.id, read(one.event)] as const);
    expect(readings.length).toBe(25);
    const codes = readings.map(
      ([id, reading]) => `${id} ${reading.is === 'refused' ? reading.problem.code : reading.is}`,
    );
    expect(
      codes.filter(
        (line) => !/ (missing_field|wrong_type|bad_attribute|bad_timestamp|unsupported_version)$/.test(line),
      ),
    ).toEqual([]);
  });
});
