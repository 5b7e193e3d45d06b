/** What a group is for, as far as its name tells. */
export const suggestedKinds = ['project', 'process', 'community', 'social'] as const;
export type SuggestedKind = (typeof suggestedKinds)[number];

/** What sources call every room: it says nothing of what a group is for. */
const roomWords = new Set(['channel', 'group', 'stream', 'space', 'team']);

/** Nobody said what the group is for: neither by hand nor by more than a word that every room of a source has. */
export const isKindUnsaid = ({ kind, byHand }: { kind: string | null; byHand: boolean }): boolean =>
  !byHand && (kind === null || roomWords.has(kind));

/** Words in French, English, German, Italian and Spanish, without accents; those of the first kind that is found count. */
const words: readonly (readonly [SuggestedKind, readonly string[]])[] = [
  [
    'social',
    ['sport', 'sports', 'foot', 'football', 'rugby', 'yoga', 'course a pied', 'running', 'velo', 'bike', 'covoiturage'],
  ],
  ['social', ['carpool', 'carpooling', 'annonces', 'petites annonces', 'classifieds', 'cafe', 'coffee', 'lounge']],
  ['social', ['detente', 'loisirs', 'hobby', 'hobbies', 'fun', 'humour', 'photo', 'photos', 'cuisine', 'cooking']],
  ['social', ['random', 'watercooler', 'off topic', 'hors sujet', 'machine a cafe', 'afterwork', 'anniversaires']],
  ['social', ['fussball', 'laufgruppe', 'betriebssport', 'fahrrad', 'mitfahrgelegenheit', 'kleinanzeigen', 'kantine']],
  ['social', ['freizeit', 'kochen', 'calcio', 'calcetto', 'bici', 'annunci', 'tempo libero', 'cucina', 'ricette']],
  ['social', ['futbol', 'bicicleta', 'anuncios', 'ocio', 'tiempo libero', 'cocina', 'recetas', 'coche compartido']],
  ['project', ['projet', 'projets', 'project', 'projects', 'chantier', 'programme', 'program', 'migration']],
  ['project', ['deploiement', 'rollout', 'lancement', 'launch', 'pilote', 'pilot', 'sprint', 'roadmap', 'lot']],
  [
    'project',
    ['projekt', 'projekte', 'vorhaben', 'einfuhrung', 'progetto', 'progetti', 'cantiere', 'lancio', 'pilota'],
  ],
  ['project', ['proyecto', 'proyectos', 'despliegue', 'lanzamiento', 'piloto', 'migracion', 'migrazione', 'programa']],
  ['process', ['processus', 'process', 'procedure', 'procedures', 'demandes', 'requests', 'support', 'helpdesk']],
  ['process', ['incident', 'incidents', 'qualite', 'quality', 'audit', 'reclamations', 'complaints', 'tickets']],
  ['process', ['achats', 'purchasing', 'recrutement', 'recruitment', 'onboarding', 'remontees', 'feedback']],
  ['process', ['prozess', 'prozesse', 'verfahren', 'anfragen', 'storungen', 'reklamationen', 'qualitat', 'einkauf']],
  ['process', ['processo', 'processi', 'procedura', 'procedure', 'richieste', 'segnalazioni', 'acquisti', 'qualita']],
  ['process', ['proceso', 'procesos', 'solicitudes', 'incidencias', 'compras', 'calidad', 'reclamaciones', 'reclami']],
  ['community', ['communaute', 'communautes', 'community', 'communities', 'reseau', 'network', 'club', 'metier']],
  ['community', ['metiers', 'practice', 'practices', 'pratiques', 'guild', 'guilde', 'experts', 'expertise']],
  ['community', ['gemeinschaft', 'netzwerk', 'fachgruppe', 'erfahrungsaustausch', 'experten', 'botschafter', 'verein']],
  ['community', ['comunita', 'rete', 'esperti', 'ambasciatori', 'comunidad', 'comunidades', 'expertos', 'embajadores']],
  ['community', ['entraide', 'help', 'veille', 'ambassadeurs', 'ambassadors', 'referents', 'cop']],
];

/** What long words of German end in: its compounds say what they are at their end. */
const endings: readonly (readonly [SuggestedKind, string])[] = [
  ['project', 'projekt'],
  ['project', 'projekte'],
  ['process', 'prozess'],
  ['process', 'prozesse'],
  ['community', 'gemeinschaft'],
  ['community', 'netzwerk'],
];

/** What templates of spaces are called in the software that has them. */
const templates: Readonly<Record<string, SuggestedKind>> = {
  ...{ project: 'project', projet: 'project', process: 'process', processus: 'process' },
  ...{ community: 'community', communaute: 'community' },
  ...{ projekt: 'project', progetto: 'project', proyecto: 'project' },
  ...{ prozess: 'process', processo: 'process', proceso: 'process' },
  ...{ gemeinschaft: 'community', comunita: 'community', comunidad: 'community' },
};

/**
 * What a group is probably for, from the template that it was made with and else from its name; null where neither says
 * so. A suggestion for somebody to confirm, never a fact.
 */
export function suggestKind(name: string, template: string | null = null): SuggestedKind | null {
  const made = template === null ? '' : plain(template).trim();
  if (Object.hasOwn(templates, made)) return templates[made] ?? null;
  const text = plain(name);
  const word = words.find(([, some]) => some.some((one) => text.includes(` ${one} `)))?.[0];
  return word ?? endings.find(([, ending]) => text.includes(`${ending} `))?.[0] ?? null;
}

/** Small letters without accents, one blank around each word. */
function plain(text: string): string {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  return ` ${letters.replace(/[^a-z0-9]+/g, ' ').trim()} `;
}
