import { NameTable } from '../stream/name-table.js';
import { identified } from './identified.js';
import { readStatement } from './read-statement.js';

const now = new Date('2026-03-10T12:00:00Z');
const surroundings = { names: new NameTable('xapi'), now };
const read = (document: unknown) => readStatement(document, surroundings);
const id = '58524f3a-3b76-4eac-aa97-d88bccdf4f77';
const timestamp = '2026-03-02T08:20:41Z';
const streams = 'http://activitystrea.ms/schema/1.0';
const statement = (verb: string, over: object = {}) => ({
  id,
  timestamp,
  actor: { mbox: 'mailto:alice@acme.fr', objectType: 'Agent', name: 'Alice' },
  verb: { id: verb, display: { fr: 'a commenté' } },
  object: { objectType: 'Activity', id: 'https://rse.acme.fr/posts/9001' },
  ...over,
});

describe('a statement', () => {
  it('is an event; what is commented on is the parent of the comment', () => {
    const context = { contextActivities: { grouping: [{ id: 'urn:group:77' }] } };
    const said = statement('http://adlnet.gov/expapi/verbs/commented', { context, result: { response: 'Merci' } });
    expect(read(said)).toEqual({
      is: 'read',
      id,
      events: [
        {
          ...{ id, occurredAt: '2026-03-02T08:20:41.000Z', kind: 'comment', actor: 'alice@acme.fr', object: id },
          ...{ parent: 'https://rse.acme.fr/posts/9001', group: 'urn:group:77', target: null, quantity: 1 },
        },
      ],
      dropped: 1,
      unmapped: null,
    });
  });

  it.each([
    ['https://w3id.org/xapi/adl/verbs/logged-in', 'login'],
    ['http://w3id.org/xapi/adl/verbs/logged-in/', 'login'],
    ['http://adlnet.gov/expapi/verbs/experienced', 'view'],
    ['http://adlnet.gov/expapi/verbs/shared', 'share'],
    [`${streams}/like`, 'reaction'],
    [`${streams}/join`, 'group_joined'],
    [`${streams}/create`, 'post'],
    ['http://adlnet.gov/expapi/verbs/completed', 'other'],
  ])('of %s is %s', (verb, kind) => {
    expect(read(statement(verb))).toMatchObject({ events: [{ kind }] });
  });

  it('does not keep the address of what somebody looked at', () => {
    expect(read(statement(`${streams}/read`))).toMatchObject({ events: [{ kind: 'view', object: null }] });
    expect(read(statement(`${streams}/read`, { object: { id: 'urn:p' } }))).toMatchObject({
      events: [{ object: 'urn:p' }],
    });
  });

  it('tells apart what was created, and whom an agent invited', () => {
    const group = { id: 'urn:g', definition: { type: `${streams}/group` } };
    expect(read(statement(`${streams}/create`, { object: group }))).toMatchObject({
      events: [{ kind: 'group_created' }],
    });
    const bob = { objectType: 'Agent', mbox: 'mailto:bob@acme.fr' };
    expect(read(statement(`${streams}/invite`, { object: bob }))).toMatchObject({
      events: [{ kind: 'invitation_sent', target: 'bob@acme.fr', object: null }],
    });
  });

  it.each([
    [{ openid: 'https://id.example/a' }, 'https://id.example/a'],
    [{ account: { homePage: 'https://sso.example', name: '501' } }, '501'],
    [{ mbox_sha1sum: 'ebd31e95054c018b10727ccffd2ef2ec3a016ee9' }, 'ebd31e95054c018b10727ccffd2ef2ec3a016ee9'],
  ])('knows its agent by %j', (actor, key) => {
    expect(read(statement(`${streams}/like`, { actor }))).toMatchObject({ events: [{ actor: key }] });
  });

  it('of a group, or one that takes another back, is left aside', () => {
    expect(read(statement(`${streams}/like`, { actor: { objectType: 'Group', member: [] } }))).toMatchObject({
      reason: 'no_person',
    });
    expect(read(statement('http://adlnet.gov/expapi/verbs/voided'))).toMatchObject({ reason: 'ignored_name' });
  });

  it.each([
    [null, 'wrong_type', null],
    [statement(`${streams}/like`, { id: 'x' }), 'wrong_type', 'id'],
    [statement(`${streams}/like`, { actor: 'alice' }), 'missing_field', 'actor'],
    [statement(`${streams}/like`, { actor: {} }), 'missing_field', 'actor'],
    [statement(''), 'missing_field', 'verb.id'],
    [statement(`${streams}/like`, { object: undefined }), 'missing_field', 'object'],
    [statement(`${streams}/like`, { timestamp: undefined }), 'missing_field', 'timestamp'],
  ])('%j is refused with %s', (document, code, field) => {
    expect(read(document)).toMatchObject({ is: 'refused', problem: { code, field } });
  });

  it('has an id that its sender is told, the same whenever it comes', () => {
    const { id: _, ...without } = statement(`${streams}/like`);
    const [first] = identified([without]);
    expect(first?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8/);
    expect(identified([without])[0]?.id).toBe(first?.id);
    expect(first?.statement).toEqual({ ...without, id: first?.id });
    expect(identified([statement('x')])[0]?.id).toBe(id);
    expect(identified([7, { id: 1 }]).map((one) => one.id)).toEqual(['', '']);
  });
});
