import { NameTable } from '../stream/name-table.js';
import { type Meaning } from '../stream/vocabulary.js';
import { readSegment } from './read-segment.js';

const now = new Date('2026-03-10T12:00:00Z');
const timestamp = '2026-03-02T08:14:07.000Z';
const read = (message: unknown, own: [string, Meaning][] = []) =>
  readSegment(message, { names: new NameTable('segment', new Map(own)), now });
const track = (event: unknown, properties: object = {}, over: object = {}) =>
  read({ type: 'track', event, userId: '501', messageId: 'm-1', timestamp, properties, ...over });

describe('a message of Segment', () => {
  it('makes one event of a track call, and keeps nothing that is written', () => {
    const properties = { groupId: 77, postId: 'p-1', title: 'Bonjour', url: 'https://x.example/y' };
    expect(track('Post Created', properties)).toEqual({
      is: 'read',
      id: 'm-1',
      events: [
        {
          ...{ id: 'm-1', occurredAt: timestamp, kind: 'post', actor: '501', object: 'p-1', parent: null },
          ...{ group: '77', target: null, quantity: 1 },
        },
      ],
      dropped: 2,
      unmapped: null,
    });
  });

  it.each(['Post Created', 'post_created', 'postCreated', ' post  created '])('reads %j as the same name', (name) => {
    expect(track(name)).toMatchObject({ events: [{ kind: 'post' }], unmapped: null });
  });

  it.each([
    [
      'Comment Created',
      { commentId: 'c', postId: 'p', authorId: 'mailto:bob@acme.fr' },
      'comment',
      'c',
      'p',
      'bob@acme.fr',
    ],
    ['Post Liked', { postId: 'p', author_id: 502 }, 'reaction', 'p', null, '502'],
    ['Invite Sent', { invitee_email: 'new@acme.fr' }, 'invitation_sent', null, null, 'new@acme.fr'],
    ['Post Created', { postId: 'p', parentId: 'q' }, 'comment', 'p', 'q', null],
  ])('%s says what is about what', (name, properties, kind, object, parent, target) => {
    expect(track(name, properties)).toMatchObject({ events: [{ kind, object, parent, target }] });
  });

  it('knows calls that are no events by their own names', () => {
    const call = (type: string, own: [string, Meaning][] = []) =>
      read({ type, userId: 'u', messageId: 'm', groupId: 'g', name: 'Salaires', timestamp }, own);
    expect(call('page')).toMatchObject({ events: [{ kind: 'view', object: null }] });
    expect(call('group')).toMatchObject({ events: [{ kind: 'group_joined', group: 'g' }] });
    expect(call('group', [['group()', null]])).toMatchObject({ is: 'skipped', reason: 'ignored_name' });
    for (const type of ['identify', 'alias'])
      expect(call(type)).toEqual({ is: 'skipped', reason: 'directory', id: 'm', unmapped: null });
  });

  it('takes an unknown name for another act, tells it, and does as the source says from then on', () => {
    expect(track('Coffee Brewed')).toMatchObject({ events: [{ kind: 'other' }], unmapped: 'coffee brewed' });
    expect(track('Coffee Brewed', {}, { userId: 'ada@acme.fr' })).toMatchObject({ unmapped: 'coffee brewed' });
    expect(track('Ping ada@acme.fr')).toMatchObject({ events: [{ kind: 'other' }], unmapped: null });
    expect(track('x'.repeat(300))).toMatchObject({ events: [{ kind: 'other' }], unmapped: null });
    const own: [string, Meaning][] = [
      ['coffee brewed', 'share'],
      ['post created', null],
    ];
    const message = { type: 'track', userId: '501', messageId: 'm', timestamp };
    expect(read({ ...message, event: 'coffee_brewed' }, own)).toMatchObject({ events: [{ kind: 'share' }] });
    expect(read({ ...message, event: 'Post Created' }, own)).toMatchObject({ is: 'skipped', reason: 'ignored_name' });
  });

  it('counts visitors whom nobody knows, and stores nothing of them', () => {
    expect(track('Post Created', {}, { userId: null, anonymousId: 'a-1' })).toMatchObject({
      is: 'skipped',
      reason: 'no_person',
    });
  });

  it('makes the same id of what comes twice without one', () => {
    const ids = [timestamp, timestamp, '2026-03-02T08:14:08Z'].map((at) => {
      const reading = track('Post Created', {}, { messageId: undefined, timestamp: at, sentAt: Math.random() });
      return reading.is === 'read' ? reading.events[0]?.id : null;
    });
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    expect([ids[1] === ids[0], ids[2] === ids[0]]).toEqual([true, false]);
  });

  it.each([
    ['a list', [], 'wrong_type', null],
    ['another call', { type: 'poke' }, 'unknown_kind', 'type'],
    ['a prototype', { type: '__proto__' }, 'unknown_kind', 'type'],
    ['an event without a name', { type: 'track', userId: 'u' }, 'missing_field', 'event'],
    ['nobody', { type: 'page', timestamp }, 'missing_field', 'userId'],
    ['no instant', { type: 'page', userId: 'u', sentAt: timestamp }, 'missing_field', 'timestamp'],
    [
      'an empty clock',
      { type: 'page', userId: 'u', timestamp: '1969-12-31T23:59:59Z' },
      'early_timestamp',
      'timestamp',
    ],
    ['the future', { type: 'page', userId: 'u', timestamp: '2100-01-01T00:00:00Z' }, 'future_timestamp', 'timestamp'],
    ['half a character', { type: 'page', userId: 'a\ud800', timestamp }, 'bad_encoding', 'userId'],
    [
      'an impossible number',
      { type: 'track', event: 'Post Created', userId: 'u', timestamp, properties: { quantity: 1e999 } },
      'bad_quantity',
      'quantity',
    ],
    [
      'nobody invited',
      { type: 'track', event: 'User Invited', userId: 'u', timestamp },
      'missing_field',
      'properties.targetId',
    ],
  ])('is refused with %s', (_, message, code, field) => {
    expect(read(message)).toMatchObject({ is: 'refused', problem: { code, field } });
  });
});
