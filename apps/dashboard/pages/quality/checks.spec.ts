import { type Quality } from '#contract/quality.js';
import { aheadIn, checksOf, heardSources } from './checks.js';

const source: Quality['sources'][number] = {
  ...{ id: 1, name: 'Intranet', kind: 'http', firstDay: '2026-01-05', lastDay: '2026-03-01', since: '2026-01-05' },
  ...{
    approximate: 0,
    conflicts: 0,
    lastConflict: null,
    ahead: 0,
    aheadSeconds: null,
    repeatedIds: 0,
    lastRepeat: null,
  },
  ...{ gaps: [], cannot: [], unheard: [], membersUnread: false },
};
const fine: Quality = {
  unassigned: { people: { low: 0, high: 0 }, share: 0, mostly: null, countedAt: '2026-03-02T08:00:00Z' },
  ...{ sources: [source], refused: [], silenced: [], countries: ['FR'] },
};
const verdicts = (quality: Quality) =>
  Object.fromEntries(checksOf(quality).map(({ key, verdict }) => [key, verdict] as const));

describe('the checks of the data', () => {
  it('are all in order where nothing is found', () => {
    expect(new Set(Object.values(verdicts(fine)))).toEqual(new Set(['fine']));
  });

  it('tell what was not looked at yet from what is in order', () => {
    const empty: Quality = { ...fine, unassigned: null, sources: [], silenced: null };
    expect(verdicts(empty)).toMatchObject({ unassigned: 'unknown', approximate: 'unknown', silenced: 'unknown' });
  });

  it('tell what asks for something from what is only to be known', () => {
    const found: Quality = {
      ...fine,
      unassigned: { ...fine.unassigned!, people: { low: 1, high: 9 }, share: null },
      sources: [
        { ...source, approximate: 0.3, conflicts: 2, ahead: 4, aheadSeconds: 90, repeatedIds: 1 },
        { ...source, id: 2, gaps: [{ from: '2026-02-02', to: '2026-02-03', days: 2, usual: 80 }] },
      ],
      refused: [
        {
          ...{ import: 3, kind: 'people', fileName: 'p.csv', source: null },
          code: 'unknown_entity',
          lines: 5,
          finishedAt: '2026-03-01T00:00:00Z',
        },
      ],
      silenced: [{ indicator: 'K03', how: 'not', kinds: ['login'], attributes: [] }],
    };
    expect(checksOf(found).map(({ key, verdict, count }) => [key, verdict, count])).toEqual([
      ['unassigned', 'mend', null],
      ['entities', 'mend', 5],
      ['gaps', 'mend', 2],
      ['ahead', 'know', 4],
      ['conflicts', 'mend', 2],
      ['repeated', 'know', 1],
      ['approximate', 'know', 1],
      ['silenced', 'know', 1],
    ]);
  });

  it('ask for a clock to be set where it is five minutes ahead, or a file speaks of many days to come', () => {
    expect(verdicts({ ...fine, sources: [{ ...source, ahead: 1, aheadSeconds: 300 }] }).ahead).toBe('mend');
    const line = { import: 1, kind: 'events', fileName: 'e.csv', source: 1, finishedAt: '2026-03-01T00:00:00Z' };
    const refused = (lines: number) => verdicts({ ...fine, refused: [{ ...line, code: 'future_timestamp', lines }] });
    expect(refused(10).ahead).toBe('mend');
    // One date that somebody mistyped is no clock.
    expect(refused(1).ahead).toBe('know');
  });

  it('count dates ahead alike in the list of checks and in that of sources', () => {
    const line = { import: 1, kind: 'events', fileName: 'e.csv', source: 2, finishedAt: '2026-03-01T00:00:00Z' };
    const sources = [
      { ...source, ahead: 3 },
      { ...source, id: 2 },
    ];
    const both = { ...fine, sources, refused: [{ ...line, code: 'future_timestamp' as const, lines: 1 }] };
    expect(sources.map((one) => aheadIn(one, both))).toEqual([3, 1]);
    expect(checksOf(both).find(({ key }) => key === 'ahead')?.count).toBe(4);
  });
});

test('a source that has told nothing is not said to tell everything', () => {
  const undone = { ...source, id: 2, firstDay: null, lastDay: null, since: null };
  expect(heardSources({ ...fine, sources: [source, undone] }).map(({ id }) => id)).toEqual([1]);
});

test('of data that are gone nothing is in order', () => {
  const gone = verdicts({
    ...fine,
    sources: [{ ...source, firstDay: null, lastDay: null, since: null, approximate: null }],
  });
  for (const key of ['unassigned', 'gaps', 'repeated', 'approximate'] as const) expect(gone[key]).toBe('unknown');
});
