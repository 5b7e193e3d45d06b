import { isLate, itemsOf, nextCommittee } from '#domain/committee/committee.js';
import { committeesOf } from './committees.js';
import { organisationOf } from './organisation-of.js';
import { frameOf, type ScenarioName } from './scenario.js';
import { weekday, dayNumber } from './timeline.js';

describe.each(['international', 'cnam'] satisfies ScenarioName[])('the committees of the %s demo', (scenario) => {
  const frame = frameOf({ scenario, people: 1000, until: '2026-06-28' });
  const committees = committeesOf(organisationOf(frame), frame).map(({ items, ...rest }, id) => ({
    ...{ ...rest, id: String(id) },
    items: items.map((item, number) => ({ ...item, id: `${id}-${number}` })),
  }));

  it('sit on Thursdays, one of them after the end, and ask something of it', () => {
    expect(committees.map(({ heldOn }) => weekday(dayNumber(heldOn)))).toEqual([4, 4, 4, 4]);
    const next = nextCommittee(committees, '2026-07-05');
    expect(next?.items.map(({ state }) => state)).toEqual(['asked', 'asked']);
  });

  it('leave one thing late in the week in which the demo is shown', () => {
    const late = itemsOf(committees).filter((item) => isLate(item, '2026-06-30'));
    expect(late.map(({ kind }) => kind)).toEqual(['action']);
  });

  it('name places and waves by their names, and settle nothing before its committee', () => {
    for (const { heldOn, items } of committees) {
      for (const { text, settledOn } of items) {
        expect(text).not.toMatch(/\b[A-Z]\d?-[A-Z\d]/);
        // Set as French is: no sign may begin a line.
        expect(text).not.toMatch(/ [;:!?%]/);
        if (settledOn) expect(settledOn >= heldOn && settledOn <= '2026-06-28').toBe(true);
      }
    }
  });
});
