import fc from 'fast-check';
import { consultationRule, countriesWithRule } from './consultation-rules.js';
import { countedBeforeTold, informedFirst, purposeGate, type PurposeFacts } from './purpose-gate.js';

const facts = (given: Partial<PurposeFacts> = {}): PurposeFacts => ({
  ...{ class: 'personal', country: 'FR', entities: [], consultations: [], override: null },
  ...given,
});
const placed = (countries: (string | null)[]) =>
  countries.map((country, n) => ({ key: `e${n}`, name: `Site ${n}`, parent: null, country }));
const both = (country: string) => ({
  ...{ country, consultedOn: '2026-01-05', informedOn: '2026-01-12', document: null },
});

describe('the purpose gate', () => {
  it('is closed for real people until both dates are recorded', () => {
    const { state, countries } = purposeGate(facts());
    expect([state, countries[0]?.missing]).toEqual(['closed', ['consultation', 'information']]);
    expect(purposeGate(facts({ consultations: [{ ...both('FR'), informedOn: null }] })).state).toBe('closed');
    expect(purposeGate(facts({ consultations: [{ ...both('FR'), consultedOn: null }] })).state).toBe('closed');
    expect(purposeGate(facts({ consultations: [both('FR')] })).state).toBe('open');
  });

  it('knows whether a directory is there, whose other countries ask for dates of their own', () => {
    expect(purposeGate(facts()).hasEntities).toBe(false);
    expect(purposeGate(facts({ entities: placed(['FR']) })).hasEntities).toBe(true);
  });

  it('asks about employees who were told before their representatives were heard', () => {
    const asked = (over: object, country = 'FR') =>
      purposeGate(facts({ country, consultations: [{ ...both(country), ...over }] })).countries.map(informedFirst);
    expect(asked({ consultedOn: '2026-08-31', informedOn: '2026-08-24' })).toEqual([true]);
    expect(asked({ consultedOn: '2026-08-31', informedOn: '2026-08-31' })).toEqual([false]);
    expect(asked({ consultedOn: null })).toEqual([false]);
    // Nobody has to be heard there.
    expect(asked({ consultedOn: '2026-08-31', informedOn: '2026-08-24' }, 'GB')).toEqual([false]);
  });

  it('names whoever was told only after the first day of which acts are counted, or not at all', () => {
    const consultations = [
      both('FR'),
      { ...both('BE'), informedOn: '2026-01-19' },
      { ...both('DE'), informedOn: null },
    ];
    const { countries } = purposeGate(facts({ entities: placed(['FR', 'BE', 'DE']), consultations }));
    const named = (actsSince: string | null) =>
      countedBeforeTold({ countries, actsSince }).map(({ country }) => country);
    expect(named('2025-09-14')).toEqual(['BE', 'DE', 'FR']);
    expect(named('2026-01-12')).toEqual(['BE', 'DE']);
    expect(named('2026-02-01')).toEqual(['DE']);
    expect(named(null)).toEqual([]);
  });

  it('waits for every country of an entity, and for information alone where nobody has to be consulted', () => {
    const entities = placed(['DE', 'GB', 'FR']);
    const waiting = purposeGate(facts({ entities, consultations: [both('FR'), both('DE')] }));
    expect(waiting.countries.map(({ country, missing }) => [country, missing])).toEqual([
      ['DE', []],
      ['FR', []],
      ['GB', ['information']],
    ]);
    expect(waiting.state).toBe('closed');
    const told = { ...both('GB'), consultedOn: null };
    expect(purposeGate(facts({ entities, consultations: [both('FR'), both('DE'), told] })).state).toBe('open');
  });

  it('waits for the country of every entity that has none, of its own or from above, and names it', () => {
    const belgium = { key: 'Belgique', name: 'Belgique', parent: null, country: null };
    const below = { key: 'Belgique > Liège', name: 'Liège', parent: 'Belgique', country: null };
    const given = { entities: [...placed(['FR']), belgium, below], consultations: [both('FR')] };
    const unsaid = [{ entity: 'Belgique', path: ['Belgique'], proposal: 'BE' }];
    expect(purposeGate(facts(given))).toMatchObject({ state: 'closed', unsaid });
    const said = purposeGate(facts({ ...given, entities: [...placed(['FR']), { ...belgium, country: 'BE' }, below] }));
    expect(said).toMatchObject({ state: 'closed', unsaid: [], countries: [{ country: 'BE' }, { missing: [] }] });
  });

  it('asks a country that it does not know for both, and an organisation for its country', () => {
    expect(purposeGate(facts({ country: 'XK' })).countries[0]).toMatchObject({
      missing: ['consultation', 'information'],
      rule: { isKnown: false },
    });
    expect(purposeGate(facts({ country: null }))).toMatchObject({ state: 'closed', lacksCountry: true });
  });

  it('opens by decision, which it says, and never stands before data of nobody', () => {
    const override = { reason: 'No works council: eight employees.' };
    expect(purposeGate(facts({ override })).state).toBe('overridden');
    expect(purposeGate(facts({ override, consultations: [both('FR')] })).state).toBe('open');
    expect(purposeGate(facts({ class: 'synthetic' })).state).toBe('not_needed');
    expect(purposeGate(facts({ class: 'public', country: null })).state).toBe('not_needed');
  });

  it('is never opened by one more country', () => {
    const code = fc.constantFrom(...countriesWithRule, 'XK', 'US');
    const some = fc.record({ countries: fc.array(fc.option(code)), recorded: fc.uniqueArray(code), more: code });
    fc.assert(
      fc.property(some, ({ countries, recorded, more }) => {
        const given = { entities: placed(countries), consultations: recorded.map(both) };
        const wider = purposeGate(facts({ ...given, entities: placed([...countries, more]) }));
        expect(wider.state === 'open' && purposeGate(facts(given)).state !== 'open').toBe(false);
      }),
    );
  });

  it('knows where each rule is written', () => {
    for (const country of countriesWithRule) {
      const { sources, duty, body } = consultationRule(country);
      expect(sources.length).toBeGreaterThan(0);
      expect((duty === 'information') === (body === null)).toBe(true);
    }
  });
});
