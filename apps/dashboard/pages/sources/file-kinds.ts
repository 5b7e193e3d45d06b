import { type ImportKind } from '#contract/imports.js';

/** Header of each canonical file; a JSONL export has none. */
export const headers: Record<ImportKind, string> = {
  events: 'id,occurred_at,kind,actor,object,parent,group,target,quantity',
  entities: 'entity_id,parent_id,name,kind,country,timezone',
  people: 'person_id,entity,manager_id,level,valid_from,valid_to,aliases,name,site,trade,bot',
  waves: 'wave_id,name,kind,planned_start,planned_end,actual_start,actual_end,entities,target,curve',
  members: 'wave_id,person_id,from,to',
  groups: 'group_id,name,kind,creator_id,owner_ids,created_at,archived_at,has_description,open',
  mandates: 'person_id,role,entity,from,to',
  mattermost: '',
};

const words: [ImportKind, RegExp][] = [
  ['members', /member|membre/],
  ['mandates', /mandate|mandat|mission|ambassad/],
  ['waves', /wave|vague/],
  ['entities', /entit/],
  ['people', /people|person|annuaire/],
  ['groups', /group|communaut/],
  ['events', /event|evenement/],
];

/** What a file most likely holds, from its name alone; null when nothing says so. */
export function kindOfFile(name: string): ImportKind | null {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (/\.(jsonl|ndjson)$/.test(plain)) return 'mattermost';
  return words.find(([, word]) => word.test(plain))?.[0] ?? null;
}
