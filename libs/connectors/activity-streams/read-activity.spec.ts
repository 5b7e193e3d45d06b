import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NameTable } from '../stream/name-table.js';
import { readActivity } from './read-activity.js';
import { unfoldCollection } from './unfold-collection.js';

const now = new Date('2026-03-10T12:00:00Z');
const surroundings = { names: new NameTable('activity-streams'), now };
const read = (document: unknown) => readActivity(document, surroundings);
const published = '2026-03-02T08:14:07Z';
const alice = { type: 'Person', id: 'mailto:alice@acme.fr', name: 'Alice' };
const activity = (type: unknown, over: object = {}) => ({
  ...{ '@context': 'https://www.w3.org/ns/activitystreams', id: 'urn:act:1', type, published, actor: alice },
  ...over,
});
const eventsOf = (document: unknown) => {
  const reading = read(document);
  return reading.is === 'read' ? reading.events : [];
};

describe('an activity', () => {
  it('is an event, with its group and those mentioned, and nothing that is written', () => {
    const note = {
      ...{ type: 'Note', id: 'urn:note:1', content: 'Bonjour', name: 'x', inReplyTo: null },
      tag: [
        { type: 'Mention', href: 'mailto:bob@acme.fr', name: '@bob' },
        { type: 'Hashtag', name: '#a' },
      ],
    };
    const target = { type: 'Group', id: 'urn:group:77', name: 'Lyon' };
    const common = {
      occurredAt: '2026-03-02T08:14:07.000Z',
      actor: 'alice@acme.fr',
      object: 'urn:note:1',
      quantity: 1,
    };
    const events = eventsOf(activity('Create', { object: note, target }));
    expect(events).toEqual([
      { ...common, id: 'urn:act:1', kind: 'post', parent: null, group: 'urn:group:77', target: null },
      {
        ...common,
        ...{ id: expect.stringMatching(/^urn:act:1:[0-9a-f]{32}$/) as string, kind: 'mention', parent: null },
        ...{ group: 'urn:group:77', target: 'bob@acme.fr' },
      },
    ]);
  });

  it.each([
    ['Create', { type: 'Note', id: 'n', inReplyTo: { id: 'p' } }, 'comment', { parent: 'p' }],
    ['Create', { type: 'Image', id: 'i' }, 'file_shared', {}],
    ['Create', { type: ['vcard:x', 'Group'], id: 'g' }, 'other', {}],
    ['Create', { type: 'Group', id: 'g' }, 'group_created', { group: 'g' }],
    ['Like', { type: 'Note', id: 'n', attributedTo: 'mailto:bob@acme.fr' }, 'reaction', { target: 'bob@acme.fr' }],
    ['Like', 'urn:n', 'reaction', { object: 'urn:n' }],
    ['Undo', { type: 'Like', id: 'l', object: 'urn:n' }, 'reaction_removed', { object: 'urn:n' }],
    ['Announce', 'urn:n', 'share', { object: 'urn:n' }],
    ['Join', 'urn:g', 'group_joined', { group: 'urn:g' }],
    ['Leave', { type: 'Group', id: 'g' }, 'group_left', { group: 'g' }],
    ['Update', { type: 'Profile', id: 'p' }, 'profile_completed', {}],
    ['View', { type: 'Article', id: 'a' }, 'view', {}],
    ['as:Arrive', undefined, 'login', {}],
    ['https://www.w3.org/ns/activitystreams#Read', 'urn:a', 'view', {}],
    ['Travel', undefined, 'other', {}],
  ])('%s of %j is %s', (type, object, kind, over) => {
    expect(eventsOf(activity(type, { object }))).toMatchObject([{ kind, ...over }]);
  });

  it('invites one person after the other', () => {
    const party = { object: { type: 'Event', id: 'e' }, target: ['mailto:b@acme.fr', { type: 'Person', id: 'c' }] };
    expect(eventsOf(activity('Invite', party)).map(({ kind, target }) => [kind, target])).toEqual([
      ['invitation_sent', 'b@acme.fr'],
      ['invitation_sent', 'c'],
    ]);
    expect(eventsOf(activity('Invite', { object: { type: 'Person', id: 'd' }, target: 'urn:g' }))).toMatchObject([
      { target: 'd' },
    ]);
  });

  it('is the same again without an id, and tells names nobody knows', () => {
    const [one, other] = [
      activity('Like', { id: null, object: 'urn:n' }),
      activity('Like', { id: null, object: 'urn:m' }),
    ];
    expect(eventsOf(one)).toEqual(eventsOf({ ...one, summary: 'x' }));
    expect(eventsOf(one)[0]?.id).not.toBe(eventsOf(other)[0]?.id);
    expect(read(activity('Create', { object: { type: 'Relationship' } }))).toMatchObject({
      unmapped: 'Create+Relationship',
    });
  });

  it('of nobody in particular is counted and left aside', () => {
    expect(read(activity('Like', { actor: { type: 'Service', id: 's' } }))).toMatchObject({ reason: 'no_person' });
    expect(read({ type: 'Note', id: 'n' })).toMatchObject({ is: 'skipped', reason: 'not_an_activity' });
    expect(read({})).toMatchObject({ is: 'skipped', reason: 'not_an_activity' });
  });

  it.each([
    [activity('Like', { id: 1 }), 'wrong_type', 'id'],
    [activity('Like', { actor: 1 }), 'wrong_type', 'actor'],
    [activity('Like', { actor: { type: 'Person', name: 'Sally' } }), 'missing_field', 'actor'],
    [activity('Like', { published: undefined }), 'missing_field', 'published'],
    [activity('Like', { published: '2026-03-02T08:14:07' }), 'naive_timestamp', 'published'],
    [activity('Like', { published: '1969-01-01T00:00:00Z' }), 'early_timestamp', 'published'],
    [activity('Invite'), 'missing_field', 'target'],
    ['text', 'wrong_type', null],
  ])('%j is refused with %s', (document, code, field) => {
    expect(read(document)).toMatchObject({ is: 'refused', problem: { code, field } });
  });

  it('comes in collections, which are unfolded once', () => {
    const nested = { type: 'Collection', items: [activity('Like')] };
    expect(unfoldCollection({ type: 'OrderedCollection', orderedItems: [activity('Like'), nested] })).toHaveLength(2);
    expect(unfoldCollection({ type: 'Collection', items: activity('Like') })).toHaveLength(1);
    expect(unfoldCollection(activity('Like'))).toHaveLength(1);
    expect([unfoldCollection([]), unfoldCollection('x'), unfoldCollection(null)]).toEqual([null, null, null]);
    expect(read(nested)).toMatchObject({ is: 'skipped', reason: 'not_an_activity' });
  });
});

const shared = process.env.ESSOR_SHARED;
(shared ? describe : describe.skip)('the examples of the specification', () => {
  const folder = join(shared ?? '', 'data/activitystreams');
  const documents = shared ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
  const examples = documents.flatMap((file) => {
    const things = unfoldCollection(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    return (things ?? []).map((thing) => ({ file, thing }));
  });

  it('are events, or things left aside, or refused for what they do not say', () => {
    expect(documents.length).toBeGreaterThan(100);
    const results = examples.map(({ file, thing }) => [file, read(thing)] as const);
    const refusals = results.flatMap(([, reading]) => (reading.is === 'refused' ? [reading.problem] : []));
    // An example seldom says when, and sometimes names its actor in words only; a bare word stands for an item once.
    for (const { code, field } of refusals)
      expect(['missing_field published', 'missing_field actor', 'wrong_type null']).toContain(`${code} ${field}`);
    expect(results.filter(([, reading]) => reading.is === 'read').length).toBeGreaterThan(0);
  });

  it('are all events or left aside once they say who and when', () => {
    for (const { file, thing } of examples) {
      if (typeof thing !== 'object' || thing === null) continue;
      const given = thing as Record<string, unknown>;
      const whole = { published, ...given, ...('actor' in given ? { actor: 'mailto:a@b.example' } : {}) };
      const target = given['type'] === 'Invite' ? { target: 'mailto:c@b.example' } : {};
      expect([file, read({ ...whole, ...target }).is]).toEqual([file, expect.stringMatching(/^(read|skipped)$/)]);
    }
  });
});
