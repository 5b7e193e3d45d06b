import { modules } from '../declared/modules.js';
import { consultationRule } from '../purpose/consultation-rules.js';
import { retention } from '../purpose/retention.js';
import { type DossierFacts, dossiers, writeDossier } from './dossier.js';

const facts: DossierFacts = {
  ...{
    organization: 'Atelier du Rhône',
    network: 'liam',
    on: '2026-11-22',
    k: 17,
    closedWith: null,
    bands: true,
    rawMonths: 4,
  },
  countries: [
    {
      ...{ country: 'FR', consultedOn: '2026-01-05', informedOn: null, document: 'PV n° 12', missing: ['information'] },
      rule: { ...consultationRule('FR') },
    },
  ],
  unsaid: [],
  actsSince: null,
  modules: modules.map((module) => ({ module, declaredOn: module === 'ties' ? '2026-02-03' : null })),
  sources: [
    { name: 'Intranet Lyon', kind: 'http', kinds: ['login', 'post'] },
    { name: 'Relevé', kind: 'pull', kinds: [] },
  ],
  directory: ['entity', 'said'],
  roles: [{ role: 'sponsor', accounts: 23 }],
  mask: { week: '2026-11-15', people: 4321, cells: 87, smallestCell: 19, shown: 65, entities: 91 },
};
const written = (name: (typeof dossiers)[number], language: 'fr' | 'en', over: Partial<DossierFacts> = {}) =>
  JSON.stringify(writeDossier(name, { ...facts, ...over }, language)).replaceAll(/[\u00a0\u202f]/g, ' ');

describe.each(dossiers.slice(0, 2))('the dossier %s', (name) => {
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

  it('names no source of files that were all undone, and every one that may still send', () => {
    const undone = { name: 'portail', kind: 'file', kinds: [] } as const;
    const whole = written(name, 'fr', { sources: [...facts.sources, undone] });
    expect(whole).not.toContain('portail');
    expect(whole).toContain('Relevé');
    expect(written(name, 'fr', { sources: [undone] })).toContain('Sources : [à compléter].');
    expect(written(name, 'en', { sources: [undone] })).toContain('Sources: [to be filled in].');
  });

  it('calls nothing excluded that groups are measured by: people sign in, and are counted', () => {
    const said = [written(name, 'fr'), written(name, 'en')].join(' ');
    expect(said).toContain('présence d’une personne');
    expect(said).toContain('presence of a person');
  });

  it('names the entities without a country, counted, as the tree has them', () => {
    const unsaid = [{ path: ['Europe', 'Belgique'] }, { path: ['Siège'] }];
    expect(written(name, 'fr', { unsaid })).toContain('Le pays de 2 entités n’est pas encore enregistré');
    expect(written(name, 'en', { unsaid })).toContain('"items":["Europe > Belgique","Siège"]');
    expect(written(name, 'fr', { unsaid: unsaid.slice(1) })).toContain('Le pays d’une entité');
    expect(written(name, 'fr')).not.toContain('n’est pas encore enregistré');
  });

  it('never says that people were told first where acts from before that are counted', () => {
    const told = { ...facts.countries[0]!, informedOn: '2026-09-30', missing: [] };
    const since = (actsSince: string | null, language: 'fr' | 'en') =>
      written(name, language, { actsSince, countries: [told] });
    const first = [/informée avant le début/, /informed before the measurement/];
    for (const said of [since('2026-09-14', 'fr'), since('2026-09-14', 'en')])
      for (const claim of first) expect(said).not.toMatch(claim);
    expect(since('2026-09-14', 'fr')).toContain(
      'commencent le 14 septembre 2026, donc avant l’information des salariés (France : 30 septembre 2026).',
    );
    expect(since('2026-09-14', 'en')).toContain(
      'begin on 14 September 2026, thus before employees were informed (France: 30 September 2026).',
    );
    expect(since('2026-10-05', 'fr')).toContain('commencent le 5 octobre 2026.');
    expect(since(null, 'fr')).toContain('commencent le : [à compléter ; l’historique remis peut précéder');
    // Opened by decision: nobody was told on any day that is recorded.
    const untold = written(name, 'fr', { actsSince: '2026-09-14' });
    expect(untold).toContain('avant l’information des salariés (France : [à compléter])');
    expect(untold).toContain('décision motivée');
    // Nor can it be told of whom no country is known.
    const unsaid = [{ path: ['Siège'] }];
    for (const unknown of [{ countries: [] }, { countries: [told], unsaid }])
      for (const language of ['fr', 'en'] as const)
        for (const claim of first)
          expect(written(name, language, { actsSince: '2026-10-05', ...unknown })).not.toMatch(claim);
  });

  it('says what keeps activity out as it is: a country that comes with the directory stops only what follows', () => {
    if (name !== 'works-council') return;
    const belgium = { ...facts.countries[0]!, country: 'BE' };
    const heard = { ...facts.countries[0]!, missing: [] };
    const said = (actsSince: string | null, language: 'fr' | 'en', more: Partial<DossierFacts> = {}) =>
      written(name, language, { actsSince, countries: [belgium, heard], ...more });
    expect(said('2026-09-14', 'fr')).not.toContain('refuse toute activité');
    expect(said('2026-09-14', 'fr')).toContain('déjà entrés alors que des dates manquent encore : Belgique.');
    expect(said('2026-09-14', 'en')).toContain('already in while dates are still missing: Belgium.');
    expect(said('2026-09-14', 'en', { countries: [heard], unsaid: [{ path: ['Europe', 'HQ'] }] })).toContain(
      'still missing: Europe > HQ.',
    );
    expect(said(null, 'fr')).not.toContain('dates manquent encore');
    expect(said('2026-09-14', 'fr', { countries: [heard] })).not.toContain('dates manquent encore');
  });

  it('changes with the settings, and stands before anything was published', () => {
    const bare = written(name, 'fr', { mask: null, sources: [], countries: [], k: 30, network: null });
    expect(bare).toContain('pas encore calculé');
    expect(bare).toContain('Le premier fichier remis');
    expect(bare).toContain('30 personnes');
    expect(bare).not.toContain('4 321');
    if (name !== 'impact-assessment') {
      const raised = (language: 'fr' | 'en') => written(name, language, { k: 30, closedWith: 12 });
      expect(raised('fr')).toContain('moins de 30 personnes (12 dans les semaines closes avant que');
      expect(raised('en')).toContain('fewer than 30 people (12 in weeks that were closed before');
    }
    expect(bare).toContain('réseau social d’entreprise (RSE)');
    expect(bare).not.toContain('de le ');
  });
});

describe('the notice to employees', () => {
  const notice = (language: 'fr' | 'en', over: Partial<DossierFacts> = {}) =>
    written('employee-notice', language, over);

  it('names of the directory what it brought, and before that what it may bring', () => {
    const three = 'votre entité, le fait d’être manager ou non et les identifiants qui vous désignent dans le réseau.';
    expect(notice('fr')).toContain(`De l’annuaire de l’entreprise : ${three}`);
    expect(notice('fr')).not.toMatch(/dates d’entrée|votre niveau|votre site|votre métier|entité, votre manager/);
    expect(notice('en')).toContain('your entity, whether you are a manager, and the identifiers');
    const all = notice('fr', { directory: ['trade', 'site', 'days', 'level', 'said', 'link', 'entity'] });
    expect(all).toContain('votre manager, le fait d’être manager ou non, votre niveau hiérarchique, vos dates');
    expect(all).toContain('votre site, votre métier et les identifiants');
    expect(notice('fr', { directory: null })).toContain('s’il les porte, votre manager ou le fait d’en être un');
    expect(notice('en', { directory: null })).toContain('where it holds them, your manager or whether you are one');
    expect(written('works-council', 'fr')).toContain('pour chaque personne son entité, le fait d’être manager ou non');
  });

  it('says since when acts are counted, also from before people were told', () => {
    const countries = [{ ...facts.countries[0]!, informedOn: '2026-09-30' }];
    expect(notice('fr', { countries, actsSince: '2026-09-14' })).toContain(
      'commencent le 14 septembre 2026, donc avant l’information des salariés (France : 30 septembre 2026).',
    );
    expect(notice('en', { countries, actsSince: '2026-10-01' })).toContain('begin on 1 October 2026."');
  });

  it('calls a source that nobody named by what its files are', () => {
    const sources = [{ name: 'events', kind: 'file', kinds: ['post'] } as const];
    expect(notice('fr', { sources })).toContain('"Fichiers d’événements"');
    expect(notice('en', { sources })).toContain('"Files of events"');
  });

  it('names the authority of each country, and leaves open whom it does not know', () => {
    const countries = ['BE', 'DE', 'FR'].map((country) => ({ ...facts.countries[0]!, country }));
    expect(notice('fr', { countries })).toContain(
      'Belgique, APD / GBA (autoriteprotectiondonnees.be) ; Allemagne, [à compléter] ; France, CNIL (cnil.fr).',
    );
    expect(notice('en', { countries })).toContain('Germany, [to be filled in]; France, CNIL (cnil.fr).');
    expect(notice('fr', { countries: [] })).toContain('l’autorité de contrôle : [à compléter].');
    expect(notice('fr', { countries: [] })).not.toContain('CNIL');
  });

  it('begins with what a manager sees, by the organisation’s own rules', () => {
    expect(notice('fr', { k: 10 })).toContain('Ce que votre manager voit de vous : rien');
    expect(notice('fr', { k: 10 })).toContain('Site de 12 personnes : « de 3 à 5 personnes sur 12 »');
    expect(notice('en', { k: 10 })).toContain('Site of 40 people: “18 to 22 people of 40”');
    expect(notice('en', { k: 10 })).toContain('Site of 400 people: “180 people of 400”');
    // Stricter here: a site of twelve has no figure of its own.
    expect(notice('fr')).toContain('Site de 12 personnes : aucun chiffre');
    expect(notice('fr')).toContain('moins de 17 personnes');
  });

  it.each([
    [
      'fr',
      ['liam', 'Intranet Lyon', 'connexions et messages', '4 mois', '13 mois', '3 février 2026', 'CNIL', 'opposer'],
    ],
    ['en', ['liam', 'Intranet Lyon', 'sign-ins and posts', '4 months', '13 months', '3 February 2026', 'object']],
  ] as const)('says in %s what is collected, until when, and what one may ask for', (language, said) => {
    const whole = notice(language);
    for (const fact of said) expect([fact, whole.includes(fact)]).toEqual([fact, true]);
    expect(whole).not.toMatch(/undefined|\bnull\b|\[object/);
    // Nothing of the consultation, nor any figure of anybody.
    for (const inner of ['PV n° 12', '4 321', '4,321', '65 / 91']) expect(whole).not.toContain(inner);
    expect(notice(language, { sources: [], mask: null, network: null, rawMonths: 1 })).toContain(
      language === 'fr' ? '1 mois' : '1 month"',
    );
  });
});
