import { healthOf, isSurelyRed, resolutionOf, stageOf, zoneOf, zoneOfCommunity } from './community.js';

const exact = (counts: Record<string, number>): Record<string, [number, number]> =>
  Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, [value, value]]));

describe('a community', () => {
  it('is green from half, red under a quarter', () => {
    expect(healthOf(exact({ active28: 10, active364: 20 }))).toMatchObject({
      health: { value: 0.5, of: { low: 20, high: 20 } },
      colour: 'green',
    });
    expect(healthOf(exact({ active28: 9, active364: 20 })).colour).toBe('amber');
    expect(healthOf(exact({ active28: 4, active364: 20 })).colour).toBe('red');
    // In the middle it is red, and at the most active of the fewest it is not.
    const open = healthOf({ active28: [3, 5], active364: [18, 20] });
    expect([open.colour, isSurelyRed(open.health)]).toEqual(['red', false]);
    expect(isSurelyRed(healthOf(exact({ active28: 4, active364: 20 })).health)).toBe(true);
    expect(isSurelyRed(null)).toBe(false);
    expect(healthOf(exact({ active28: 0, active364: 0 }))).toEqual({ health: null, colour: null });
  });

  it('is diffusion, conversation or network by who writes; not classed under ten members', () => {
    expect(stageOf(exact({ joined: 100, writers: 9 }))).toBe('diffusion');
    expect(stageOf(exact({ joined: 100, writers: 10 }))).toBe('community');
    expect(stageOf(exact({ joined: 100, writers: 51, pairs: 10, mutual: 3 }))).toBe('network');
    expect(stageOf(exact({ joined: 100, writers: 51, pairs: 10, mutual: 2 }))).toBe('community');
    expect(stageOf(exact({ joined: 9, writers: 9 }))).toBeNull();
  });

  it('tells the place of managers by the thresholds that are chosen', () => {
    const place = { voice: 0.2, firstReplies: 0.3, weeks: 3 };
    expect(zoneOf({ ...place, voice: 0 })).toBe('absent');
    expect(zoneOf(place)).toBe('present');
    expect(zoneOf({ ...place, weeks: 2 })).toBe('occasional');
    expect(zoneOf({ ...place, firstReplies: 0.5 })).toBe('omnipresent');
    expect(zoneOf({ ...place, voice: 0.4 })).toBe('omnipresent');
    expect(zoneOf({ ...place, voice: 0.4 }, { firstReplies: 0.5, voice: 0.6, weeks: 3 })).toBe('present');
  });

  it('says nothing of managers in a small or silent group', () => {
    const group = {
      messages: 40,
      joined: 30,
      manager_messages: 20,
      manager_weeks: 4,
      first_replies: 0,
      manager_first: 0,
    };
    expect(zoneOfCommunity(exact(group))).toBe('omnipresent');
    expect(zoneOfCommunity(exact({ ...group, messages: 19 }))).toBeNull();
    expect(zoneOfCommunity(exact({ ...group, joined: 9 }))).toBeNull();
  });

  it('has no time to resolution where nothing is ever resolved', () => {
    expect(resolutionOf(exact({ messages: 40 }))).toEqual({ hours: null, resolved: null });
  });
});
