import { Definitions } from '#contract/definitions.js';
import { definitions } from './definitions.js';

describe('the definitions', () => {
  const known = definitions();

  it('are what the contract says', () => {
    expect(Definitions.parse(known)).toEqual(known);
  });

  it('hold every number in both languages', () => {
    const { indicators, benchmarks, methods, sources } = known;
    for (const { fr, en } of [...indicators, ...methods, ...sources].map(({ title }) => title)) {
      expect(fr.length * en.length).toBeGreaterThan(0);
    }
    expect(methods.map(({ key }) => key)).toEqual(['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9']);
    expect(benchmarks).toHaveLength(42);
    expect(known.derived.map(({ key }) => key)).toEqual(['K09', 'K32', 'K33', 'K55', 'K80', 'K81', 'K82', 'K83']);
  });

  it('say why a source cannot measure an indicator', () => {
    const connection = known.indicators.find(({ key }) => key === 'K03');
    expect(connection?.measurable).toContainEqual({
      ...{ source: 'mattermost', how: 'not', missing: ['login'], untold: [] },
    });
    expect(connection?.measurable).toContainEqual({ source: 'events', how: 'fully', missing: [], untold: [] });
    const uplift = known.indicators.find(({ key }) => key === 'K52');
    expect(uplift?.measurable).toContainEqual({
      ...{ source: 'mattermost', how: 'not', missing: [], untold: ['group_creator'] },
    });
  });

  it('say of each benchmark whether it may stand beside its indicator', () => {
    const said = (key: string) => known.benchmarks.find((one) => one.key === key)?.comparisons;
    expect(said('B01')).toMatchObject([{ indicator: 'K03', outcome: 'comparable', windows: [365] }]);
    expect(said('B03')).toMatchObject([{ outcome: 'comparable' }, { indicator: 'K07', outcome: 'refused' }]);
    expect(said('B36')).toMatchObject([{ indicator: 'K60', outcome: 'converted' }]);
  });
});
