/** What a group is for, as far as its name tells. */
export const suggestedKinds = ['project', 'process', 'community', 'social'] as const;
export type SuggestedKind = (typeof suggestedKinds)[number];

/** Words in French and English, without accents; those of the first kind that is found count. */
const words: readonly (readonly [SuggestedKind, readonly string[]])[] = [
  [
    'social',
    ['sport', 'sports', 'foot', 'football', 'rugby', 'yoga', 'course a pied', 'running', 'velo', 'bike', 'covoiturage'],
  ],
  ['social', ['carpool', 'carpooling', 'annonces', 'petites annonces', 'classifieds', 'cafe', 'coffee', 'lounge']],
  ['social', ['detente', 'loisirs', 'hobby', 'hobbies', 'fun', 'humour', 'photo', 'photos', 'cuisine', 'cooking']],
  ['social', ['random', 'watercooler', 'off topic', 'hors sujet', 'machine a cafe', 'afterwork', 'anniversaires']],
  ['project', ['projet', 'projets', 'project', 'projects', 'chantier', 'programme', 'program', 'migration']],
  ['project', ['deploiement', 'rollout', 'lancement', 'launch', 'pilote', 'pilot', 'sprint', 'roadmap', 'lot']],
  ['process', ['processus', 'process', 'procedure', 'procedures', 'demandes', 'requests', 'support', 'helpdesk']],
  ['process', ['incident', 'incidents', 'qualite', 'quality', 'audit', 'reclamations', 'complaints', 'tickets']],
  ['process', ['achats', 'purchasing', 'recrutement', 'recruitment', 'onboarding', 'remontees', 'feedback']],
  ['community', ['communaute', 'communautes', 'community', 'communities', 'reseau', 'network', 'club', 'metier']],
  ['community', ['metiers', 'practice', 'practices', 'pratiques', 'guild', 'guilde', 'experts', 'expertise']],
  ['community', ['entraide', 'help', 'veille', 'ambassadeurs', 'ambassadors', 'referents', 'cop']],
];

/** What templates of spaces are called in the software that has them. */
const templates: Readonly<Record<string, SuggestedKind>> = {
  ...{ project: 'project', projet: 'project', process: 'process', processus: 'process' },
  ...{ community: 'community', communaute: 'community' },
};

/**
 * What a group is probably for, from the template that it was made with and else from its name; null where neither says
 * so. A suggestion for somebody to confirm, never a fact.
 */
export function suggestKind(name: string, template: string | null = null): SuggestedKind | null {
  const made = template === null ? '' : plain(template).trim();
  if (Object.hasOwn(templates, made)) return templates[made] ?? null;
  const text = plain(name);
  return words.find(([, some]) => some.some((word) => text.includes(` ${word} `)))?.[0] ?? null;
}

/** Small letters without accents, one blank around each word. */
function plain(text: string): string {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return ` ${letters.replace(/[^a-z0-9]+/g, ' ').trim()} `;
}
