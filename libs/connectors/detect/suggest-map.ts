import { type Columns } from '../csv/header.js';

/** What people call the canonical columns, in French and English; compared without case, accents and signs. */
const words: Readonly<Record<string, readonly string[]>> = {
  id: ['event id', 'identifiant', 'identifiant evenement', 'uuid', 'guid', 'numero', 'no', 'reference'],
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
  ],
  actor: ['user', 'utilisateur', 'auteur', 'author', 'user id', 'username', 'email', 'e mail', 'mail', 'login', 'qui'],
  object: ['content id', 'contenu', 'objet', 'post id', 'message id', 'publication', 'content', 'item'],
  parent: ['parent id', 'in reply to', 'reponse a', 'thread', 'thread id', 'fil'],
  group: ['space', 'espace', 'groupe', 'communaute', 'community', 'channel', 'canal', 'group id', 'container'],
  target: ['recipient', 'destinataire', 'cible', 'to', 'target user'],
  quantity: ['count', 'nombre', 'quantite', 'total'],
  person_id: ['id', 'matricule', 'identifiant', 'user id', 'employee id', 'login', 'email'],
  entity: ['entite', 'service', 'direction', 'departement', 'department', 'unite', 'site', 'organisation'],
  manager_id: ['manager', 'responsable', 'superieur', 'n 1', 'hierarchique'],
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

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Canonical column → the column of the file that most likely is it. A column of the file is taken once. */
export function suggestMap(names: readonly string[], { required, optional }: Columns): Record<string, string> {
  const free = new Map(names.map((name) => [plain(name), name.trim()]));
  const map = new Map<string, string>();
  const take = (column: string, word: string) => {
    const name = free.get(word);
    if (name === undefined || map.has(column)) return;
    map.set(column, name);
    free.delete(word);
  };
  const columns = [...required, ...optional];
  for (const column of columns) take(column, plain(column));
  for (const column of columns) for (const word of words[column] ?? []) take(column, word);
  return Object.fromEntries(map);
}
