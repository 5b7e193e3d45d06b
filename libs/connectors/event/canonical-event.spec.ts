import { eventKinds } from '#domain/events/kind.js';
import { type CanonicalEvent, checkEvent } from './canonical-event.js';
import { eventDigest, eventUuid, utcDay } from './event-identity.js';

const now = new Date('2026-03-10T12:00:00Z');
const good = { id: 'e1', occurred_at: '2026-03-02T08:14:07.000Z', kind: 'post', actor: 'anne' };

describe('a good event', () => {
  it('is completed with what was left out', () => {
    expect(checkEvent(good, now)).toEqual({
      event: {
        id: 'e1',
        occurredAt: '2026-03-02T08:14:07.000Z',
        kind: 'post',
        actor: 'anne',
        object: null,
        parent: null,
        group: null,
        target: null,
        quantity: 1,
      },
      dropped: 0,
    });
  });

  it('keeps what it was given, and counts what is not ours', () => {
    const raw = {
      ...good,
      object: 'p1',
      parent: 'p0',
      group: 'g',
      target: 'bob',
      quantity: 3,
      body: 'secret',
      mood: 1,
    };
    const checked = checkEvent(raw, now);
    expect(checked).toMatchObject({
      event: { object: 'p1', parent: 'p0', group: 'g', target: 'bob', quantity: 3 },
      dropped: 2,
    });
    expect(JSON.stringify(checked)).not.toContain('secret');
  });

  it('may leave fields empty or null', () => {
    expect(checkEvent({ ...good, object: '', parent: null, group: '  ' }, now)).toMatchObject({
      event: { object: null, parent: null, group: null },
    });
  });

  it.each(eventKinds)('may be a %s', (kind) => {
    expect(checkEvent({ ...good, kind, target: 'bob' }, now)).toHaveProperty('event.kind', kind);
  });
});

describe('an instant', () => {
  it.each([
    ['2026-03-02T08:14:07.000Z', '2026-03-02T08:14:07.000Z'],
    ['2026-03-02T08:14:07Z', '2026-03-02T08:14:07.000Z'],
    ['2026-03-02T08:14Z', '2026-03-02T08:14:00.000Z'],
    ['2026-03-02t08:14:07.123456789z', '2026-03-02T08:14:07.123Z'],
    ['2026-03-02 08:14:07.5+01:00', '2026-03-02T07:14:07.500Z'],
    ['2026-03-01T23:30:00-0330', '2026-03-02T03:00:00.000Z'],
    ['2026-01-01T00:30:00+02', '2025-12-31T22:30:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2026-03-11T12:00:00Z', '2026-03-11T12:00:00.000Z'],
  ])('%s is %s', (given, expected) => {
    expect(checkEvent({ ...good, occurred_at: given }, now)).toHaveProperty('event.occurredAt', expected);
  });

  it.each([
    ['2026-03-02T08:14:07', 'naive_timestamp'],
    ['2026-03-02', 'naive_timestamp'],
    ['2025-02-29T00:00:00Z', 'bad_timestamp'],
    ['2025-02-29T00:00:00.000Z', 'bad_timestamp'],
    ['2026-13-01T00:00:00Z', 'bad_timestamp'],
    ['2026-03-02T24:00:00.000Z', 'bad_timestamp'],
    ['2026-03-02T08:14:60.000Z', 'bad_timestamp'],
    ['2026-03-02T08:14:07+25:00', 'bad_timestamp'],
    ['02/03/2026 08:14', 'bad_timestamp'],
    ['1772439247', 'bad_timestamp'],
    ['1969-12-31T23:59:59.000Z', 'early_timestamp'],
    ['2026-03-11T12:00:00.001Z', 'future_timestamp'],
    ['9999-12-31T23:59:59Z', 'future_timestamp'],
  ])('%s is refused: %s', (given, code) => {
    expect(checkEvent({ ...good, occurred_at: given }, now)).toMatchObject({ code, field: 'occurred_at', id: 'e1' });
  });
});

describe('a bad event', () => {
  const without = (field: string) => Object.fromEntries(Object.entries(good).filter(([name]) => name !== field));

  it.each([
    [null, 'wrong_type', null],
    ['text', 'wrong_type', null],
    [[good], 'wrong_type', null],
    [{}, 'missing_field', 'id'],
    [without('id'), 'missing_field', 'id'],
    [without('occurred_at'), 'missing_field', 'occurred_at'],
    [without('kind'), 'missing_field', 'kind'],
    [without('actor'), 'missing_field', 'actor'],
    [{ ...good, actor: ' ' }, 'missing_field', 'actor'],
    [{ ...good, id: 12 }, 'wrong_type', 'id'],
    [{ ...good, occurred_at: 1772439247000 }, 'wrong_type', 'occurred_at'],
    [{ ...good, kind: ['post'] }, 'wrong_type', 'kind'],
    [{ ...good, target: { id: 'bob' } }, 'wrong_type', 'target'],
    [{ ...good, kind: 'Post' }, 'unknown_kind', 'kind'],
    [{ ...good, kind: '__proto__' }, 'unknown_kind', 'kind'],
    [{ ...good, id: 'x'.repeat(129) }, 'too_long', 'id'],
    [{ ...good, actor: 'x'.repeat(257) }, 'too_long', 'actor'],
    [{ ...good, group: 'x'.repeat(257) }, 'too_long', 'group'],
    [{ ...good, actor: 'a\u0000b' }, 'control_character', 'actor'],
    [{ ...good, object: 'a\nb' }, 'control_character', 'object'],
    [{ ...good, target: 'a\u0085' }, 'control_character', 'target'],
    [{ ...good, parent: 'a\ud800b' }, 'bad_encoding', 'parent'],
    [{ ...good, parent: 'caf\ufffd' }, 'bad_encoding', 'parent'],
    [{ ...good, quantity: '2' }, 'wrong_type', 'quantity'],
    [{ ...good, quantity: 0 }, 'bad_quantity', 'quantity'],
    [{ ...good, quantity: 1.5 }, 'bad_quantity', 'quantity'],
    [{ ...good, quantity: 1_000_001 }, 'bad_quantity', 'quantity'],
    [{ ...good, kind: 'invitation_sent' }, 'missing_field', 'target'],
    [{ ...good, body: 'é'.repeat(17_000) }, 'event_too_large', null],
  ])('%j is refused: %s %s', (raw, code, field) => {
    expect(checkEvent(raw, now)).toMatchObject({ code, field });
  });

  it('does not tell what it held, nor an id that cannot be stored', () => {
    expect(JSON.stringify(checkEvent({ ...good, kind: 'secret' }, now))).not.toContain('secret');
    expect(checkEvent({ ...good, id: 'a\u0000' }, now)).toMatchObject({ id: null, code: 'control_character' });
  });

  it('may be nested without end', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    expect(checkEvent({ ...good, deep }, now)).toMatchObject({ code: 'event_too_large' });
  });

  it('is not one for a character outside the first plane', () => {
    expect(checkEvent({ ...good, actor: 'zoé 🎉' }, now)).toHaveProperty('event.actor', 'zoé 🎉');
  });
});

describe('identity', () => {
  it('keeps a UUID, in small letters', () => {
    expect(eventUuid('0F8FAD5B-D9CB-469F-A165-70867728950E')).toBe('0f8fad5b-d9cb-469f-a165-70867728950e');
  });

  it('makes a UUID of anything else, always the same', () => {
    expect(eventUuid('c00001')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(eventUuid('c00001')).toBe('4f513de7-4334-8d88-87c9-66b902560495');
    expect(eventUuid('c00001')).not.toBe(eventUuid('C00001'));
  });

  it('tells contents apart by their digest, and not by the way the instant was written', () => {
    const event = (raw: object): CanonicalEvent => {
      const checked = checkEvent({ ...good, ...raw }, now);
      if (!('event' in checked)) throw new Error(checked.code);
      return checked.event;
    };
    const digest = eventDigest(event({}));
    expect(BigInt.asIntN(64, BigInt(digest)).toString()).toBe(digest);
    expect(eventDigest(event({ occurred_at: '2026-03-02T09:14:07+01:00', id: 'e2', quantity: 1 }))).toBe(digest);
    const others = [
      { kind: 'comment' },
      { actor: 'bob' },
      { object: 'x' },
      { parent: 'x' },
      { group: 'x' },
      { target: 'x' },
      { quantity: 2 },
    ];
    expect(new Set([digest, ...others.map((raw) => eventDigest(event(raw)))]).size).toBe(8);
  });

  it('takes the day from the instant in UTC', () => {
    expect(utcDay('2026-03-02T23:59:59.999Z')).toBe('2026-03-02');
  });
});
