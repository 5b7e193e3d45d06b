import fc from 'fast-check';
import { consultationRule, countriesWithRule } from './consultation-rules.js';
import { purposeGate, type PurposeFacts } from './purpose-gate.js';

const facts = (given: Partial<PurposeFacts> = {}): PurposeFacts => ({
  ...{ class: 'personal', country: 'FR', entityCountries: [], consultations: [], override: null },
  ...given,
});
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

  it('waits for every country of an entity, and for information alone where nobody has to be consulted', () => {
    const entityCountries = ['DE', 'GB', 'FR'];
    const waiting = purposeGate(facts({ entityCountries, consultations: [both('FR'), both('DE')] }));
    expect(waiting.countries.map(({ country, missing }) => [country, missing])).toEqual([
      ['DE', []],
      ['FR', []],
      ['GB', ['information']],
    ]);
    expect(waiting.state).toBe('closed');
    const told = { ...both('GB'), consultedOn: null };
    expect(purposeGate(facts({ entityCountries, consultations: [both('FR'), both('DE'), told] })).state).toBe('open');
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
    const some = fc.record({ entityCountries: fc.array(code), recorded: fc.uniqueArray(code), more: code });
    fc.assert(
      fc.property(some, ({ entityCountries, recorded, more }) => {
        const given = { entityCountries, consultations: recorded.map(both) };
        const wider = purposeGate(facts({ ...given, entityCountries: [...entityCountries, more] }));
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
