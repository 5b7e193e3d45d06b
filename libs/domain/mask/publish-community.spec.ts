import { publishCommunity } from './publish-community.js';
import { awareAttack, bitsOf, type Finding } from './testing/attackers.js';

const rules = { k: 10, bands: true };

describe('a community', () => {
  it('is shown only when it surely holds k people', () => {
    const of = (members: number) => publishCommunity({ members, people: { active28d: 2 } }, rules);
    expect(of(9)).toBeNull();
    expect(of(11)).toBeNull();
    expect(of(12)?.members).toEqual([12, 14]);
    expect(of(199)?.members).toEqual([198, 199]);
    expect(of(200)?.members).toEqual([200, 200]);
  });

  it('bands its people from both ends and never shows none or all', () => {
    const counts = { members: 40, people: { none: 0, some: 17, all: 40 } };
    expect(publishCommunity(counts, rules)).toEqual({
      members: [39, 41],
      people: { none: [0, 2], some: [15, 17], all: [39, 41] },
    });
    const large = publishCommunity({ members: 300, people: { none: 1, some: 17, all: 299 } }, rules);
    expect(large?.people).toEqual({ none: [0, 2], some: [17, 17], all: [298, 300] });
  });

  it('is exact without bands', () => {
    const counts = { members: 3, people: { active28d: 1 } };
    expect(publishCommunity(counts, { k: 1, bands: false })).toEqual({
      members: [3, 3],
      people: { active28d: [1, 1] },
    });
  });

  /** active in 28 days ≤ active in 12 months ≤ members: every state of up to 29 members. */
  function excluded(
    publish: (recent: number, year: number, members: number) => ReturnType<typeof publishCommunity>,
  ): number {
    const count = (findings: readonly Finding[]): number => {
      return findings.reduce((all, { published: [table], possible }) => {
        const bands = [...table!.values()];
        return (
          all + possible.filter((seen, index) => bands[index] !== undefined && seen !== bitsOf(bands[index])).length
        );
      }, 0);
    };
    const states: [number, number, number][] = [];
    for (let members = 6; members < 30; members++) {
      for (let year = 0; year <= members; year++)
        for (let recent = 0; recent <= year; recent++) states.push([recent, year, members]);
    }
    return count(
      awareAttack({
        sizes: [states.length],
        publish: ([state = 0]) => {
          const published = publish(...states[state]!);
          return [new Map(published ? [...Object.entries(published.people), ['members', published.members]] : [])];
        },
        secrets: ([state = 0]) => states[state]!,
      }),
    );
  }

  it('keeps every band whole though one count includes another', () => {
    expect(
      excluded((recent, year, members) =>
        publishCommunity({ members, people: { recent, year } }, { k: 6, bands: true }),
      ),
    ).toBe(0);
  });

  it('is caught when membership is exact beside it', () => {
    const exact = excluded((recent, year, members) => {
      const published = publishCommunity({ members, people: { recent, year } }, { k: 6, bands: true });
      return published && { ...published, people: { recent: published.people['recent'], year: [year, year] } };
    });
    expect(exact).toBeGreaterThan(0);
  });
});
