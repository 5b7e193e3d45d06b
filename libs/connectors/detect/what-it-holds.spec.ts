import { whatItHolds } from './what-it-holds.js';

const now = new Date('2026-04-01T00:00:00Z');
const holds = (kind: string, lines: string[]) => whatItHolds(Buffer.from(`${lines.join('\n')}\n`), kind, { now });

describe('what a file holds', () => {
  it('is told in counts: period, accounts, kinds, and what its acts say', async () => {
    const lines = [
      ...['id,occurred_at,kind,actor,target,group', '1,2026-03-02T09:00:00Z,post,ada,,g', '2,x,post,ada,,'],
      ...['3,2026-01-05T09:00:00Z,login,bob,,', '4,2026-03-04T09:00:00Z,reaction,bob,ada,'],
    ];
    expect(await holds('events', lines)).toEqual({
      ...{ rows: 4, events: 3, accounts: 2, groups: 0, firstDay: '2026-01-05', lastDay: '2026-03-04' },
      kinds: expect.arrayContaining([
        { kind: 'post', times: 1 },
        { kind: 'login', times: 1 },
        { kind: 'reaction', times: 1 },
      ]),
      attributes: ['group', 'target'],
    });
    expect(JSON.stringify(await holds('events', lines))).not.toMatch(/ada|bob/);
  });

  it('counts the people of a list, and is nothing for a file that cannot be read', async () => {
    const people = ['person_id,entity,manager_id', 'p1,lyon,', 'p2,lyon,p1'];
    expect(await holds('people', people)).toMatchObject({ rows: 2, events: 0, accounts: 2, firstDay: null });
    expect(await holds('events', ['who,what', 'a,b'])).toBeNull();
  });
});
