import { isYesOrNo } from '../csv/cell-reader.js';
import { type Columns, everyColumn } from '../csv/header.js';
import { holdsAddresses, holdsDates, holdsManagers, holdsOwnAddresses, holdsPaths, mostly } from './column-looks.js';
import { plainWords } from './plain-words.js';

/** What people call the canonical columns, in French and English; compared without case, accents and signs. */
const words: Readonly<Record<string, readonly string[]>> = {
  id: ['event id', 'identifiant', 'identifiant evenement', 'uuid', 'guid', 'numero', 'no', 'n', 'reference', 'ref'],
  occurred_at: [
    'date',
    'timestamp',
    'horodatage',
    'datetime',
    'date heure',
    'date et heure',
    'created at',
    'at',
    'time',
    'date de l action',
    'date action',
    'date evenement',
    'date de creation',
    'date creation',
    'date de publication',
    'creation date',
    'created',
    'created on',
    'event date',
    'event time',
    'cree le',
    'publie le',
    'quand',
    'when',
  ],
  kind: [
    'type',
    'event',
    'evenement',
    'action',
    'verb',
    'event type',
    'type evenement',
    'activite',
    'activity',
    'quoi',
    'type d activite',
    'type activite',
    'type d action',
    'type d evenement',
  ],
  actor: [
    ...['user', 'utilisateur', 'auteur', 'author', 'user id', 'username', 'email', 'e mail', 'mail', 'login', 'qui'],
    ...['collaborateur', 'salarie', 'agent', 'membre', 'adresse', 'courriel'],
  ],
  object: ['content id', 'contenu', 'objet', 'post id', 'message id', 'publication', 'content', 'item'],
  parent: ['parent id', 'in reply to', 'reponse a', 'thread', 'thread id', 'fil'],
  group: ['space', 'espace', 'groupe', 'communaute', 'community', 'channel', 'canal', 'group id', 'container'],
  target: ['recipient', 'destinataire', 'cible', 'to', 'target user'],
  quantity: ['count', 'nombre', 'quantite', 'total'],
  person_id: [
    ...['id', 'matricule', 'identifiant', 'user id', 'employee id', 'login', 'email', 'e mail', 'mail', 'courriel'],
    ...['adresse', 'adresse mail', 'adresse e mail', 'collaborateur', 'salarie', 'agent'],
  ],
  entity: ['entite', 'code entite', 'entity id'],
  // A service told by its name alone is a path of one step; it may also be the key of an entity.
  entity_path: [
    ...[
      'chemin',
      'path',
      'chemin de l entite',
      'arborescence',
      'rattachement',
      'organigramme',
      'structure',
      'unit path',
      'affectation',
    ],
    ...['service', 'direction', 'departement', 'department', 'unite', 'unit', 'abteilung', 'site', 'organisation'],
  ],
  manager_id: ['manager', 'responsable', 'superieur', 'n 1', 'hierarchique', 'matricule manager', 'manager email'],
  is_manager: [
    ...[
      'manager o n',
      'manager oui non',
      'manager y n',
      'manager yes no',
      'encadrant',
      'encadrant o n',
      'encadrant oui non',
      'encadre',
    ],
    ...['est manager', 'people manager', 'supervisor y n', 'fuhrungskraft', 'responsabile', 'encargado', 'jefe'],
  ],
  aliases: ['email', 'e mail', 'mail', 'courriel', 'adresse'],
  name: ['nom', 'libelle', 'display name', 'nom complet'],
  entity_id: ['id', 'code', 'identifiant', 'entite', 'code entite'],
  parent_id: ['parent', 'code parent', 'rattachement', 'entite mere'],
  country: ['pays'],
  timezone: ['fuseau', 'fuseau horaire', 'time zone'],
  group_id: ['id', 'group', 'groupe', 'identifiant'],
  valid_from: ['depuis', 'date entree', 'start date', 'debut'],
  valid_to: ['jusqu au', 'date sortie', 'end date', 'fin'],
};

/** Where its cells show that a column says the same thing in another way. */
const otherwise: readonly [from: string, to: string, shows: (cells: readonly string[]) => boolean][] = [
  ['manager_id', 'is_manager', (cells) => mostly(cells, isYesOrNo)],
  ['entity', 'entity_path', (cells) => mostly(cells, (cell) => /[>\\/]/.test(cell))],
];

/** What the cells of a column look like, where its name says nothing and no other column looks the same. */
const looks: readonly [column: string, isOne: (cells: readonly string[], name: string) => boolean][] = [
  ['occurred_at', holdsDates],
  ['actor', holdsAddresses],
  ['person_id', holdsOwnAddresses],
  ['entity_path', holdsPaths],
  ['is_manager', holdsManagers],
];

/**
 * Canonical column → the column of the file that most likely is it. A column of the file is taken once. `sample`: the
 * cells of its first rows.
 */
export function suggestMap(
  names: readonly string[],
  wanted: Columns,
  sample: readonly (readonly string[])[] = [],
): Record<string, string> {
  const free = new Map(names.map((name) => [plainWords(name), name.trim()]));
  const map = new Map<string, string>();
  const take = (column: string, word: string) => {
    const name = free.get(word);
    if (name === undefined || map.has(column)) return;
    map.set(column, name);
    free.delete(word);
  };
  const columns = everyColumn(wanted);
  for (const column of columns) take(column, plainWords(column));
  for (const column of columns) for (const word of words[column] ?? []) take(column, word);
  const cellsOf = (name: string) => {
    const place = names.findIndex((one) => one.trim() === name);
    return sample.map((cells) => (cells[place] ?? '').trim());
  };
  for (const [from, to, shows] of otherwise) {
    const name = map.get(from);
    if (name === undefined || map.has(to) || !columns.includes(to) || plainWords(name) === plainWords(from)) continue;
    if (!shows(cellsOf(name))) continue;
    map.delete(from);
    map.set(to, name);
  }
  for (const [column, isOne] of looks) {
    const [only, ...others] = [...free].filter(([word, name]) => isOne(cellsOf(name), word));
    if (columns.includes(column) && only && others.length === 0) take(column, only[0]);
  }
  return Object.fromEntries(map);
}
