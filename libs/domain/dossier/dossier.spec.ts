import { modules } from '../declared/modules.js';
import { consultationRule } from '../purpose/consultation-rules.js';
import { retention } from '../purpose/retention.js';
import { type DossierFacts, dossiers, writeDossier } from './dossier.js';

const facts: DossierFacts = {
  ...{ organization: 'Atelier du Rhône', network: 'liam', on: '2026-11-22', k: 17, bands: true, rawMonths: 4 },
  countries: [
    {
      ...{ country: 'FR', consultedOn: '2026-01-05', informedOn: null, document: 'PV n° 12', missing: ['information'] },
      rule: { ...consultationRule('FR') },
    },
  ],
  modules: modules.map((module) => ({ module, declaredOn: module === 'ties' ? '2026-02-03' : null })),
  sources: [
    { name: 'Intranet Lyon', kind: 'http', kinds: ['login', 'post'] },
    { name: 'Relevé', kind: 'pull', kinds: [] },
  ],
  roles: [{ role: 'sponsor', accounts: 23 }],
  mask: { week: '2026-11-15', people: 4321, cells: 87, smallestCell: 19, shown: 65, entities: 91 },
};
const written = (name: (typeof dossiers)[number], language: 'fr' | 'en', over: Partial<DossierFacts> = {}) =>
  JSON.stringify(writeDossier(name, { ...facts, ...over }, language)).replaceAll(/[\u00a0\u202f]/g, ' ');

describe.each(dossiers)('the dossier %s', (name) => {
  it.each([
    ['fr', ['4 321', 'connexions et messages', '3 février 2026', '5 janvier 2026', 'France', 'fourchette']],
    ['en', ['4,321', 'sign-ins and posts', '3 February 2026', '5 January 2026', 'France', 'band']],
  ] as const)('holds every configured fact in %s', (language, spelt) => {
    const whole = written(name, language);
    const alike = [
      'Atelier du Rhône',
      'liam',
      '17',
      '87',
      '19',
      '65 / 91',
      'Intranet Lyon',
      'Relevé',
      '23',
      'PV n° 12',
    ];
    const periods = [facts.rawMonths, retention.activityMonths, retention.answerMonths, retention.auditMonths];
    const terms = periods.map((months) => `${months} ${language === 'fr' ? 'mois' : 'months'}`);
    for (const fact of [...spelt, ...alike, ...terms, 'L. 2312-38'])
      expect([fact, whole.includes(fact)]).toEqual([fact, true]);
    expect(whole).toContain(language === 'fr' ? '[à compléter]' : '[to be filled in]');
    expect(whole).not.toMatch(/undefined|null|\[object/);
  });

  it('changes with the settings, and stands before anything was published', () => {
    const bare = written(name, 'fr', { mask: null, sources: [], countries: [], k: 30, network: null });
    expect(bare).toContain('pas encore calculé');
    expect(bare).toContain('Aucune source n’est encore déclarée');
    expect(bare).toContain('30 personnes');
    expect(bare).not.toContain('4 321');
    expect(bare).toContain('réseau social d’entreprise (RSE)');
  });
});
