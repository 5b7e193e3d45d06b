import { tradeCommunities } from './cnam-places.js';
import { Dice } from './dice.js';
import { departure, type Group, type Mandate, type Person, type Plan } from './organisation.js';
import { type DemoFrame } from './scenario.js';

/** Share of the managers of a team who open a group for it. */
const TEAM_GROUPS = 0.38;

const projects = [
  'Nouvel accueil',
  'Atelier connecté',
  'Zéro papier',
  'Sobriété',
  'Catalogue 360',
  'Service plus',
  'Sécurité',
  'Voix du client',
];
const feedback = ['Idées du terrain', 'Irritants du quotidien', 'Retours d’expérience'];
const trades = [
  'Ventes',
  'Maintenance',
  'Ingénierie',
  'Qualité',
  'Achats',
  'Finance',
  'Ressources humaines',
  'Informatique',
];

class Founding {
  readonly groups: Group[] = [];
  private readonly alike = new Map<string, number>();
  constructor(private readonly main: Person) {}

  /** The name itself, with a number where another group already bears it. */
  unused(name: string): string {
    const number = (this.alike.get(name) ?? 0) + 1;
    this.alike.set(name, number);
    return number === 1 ? name : `${name} ${number}`;
  }

  add(given: Pick<Group, 'name' | 'kind' | 'created'> & Partial<Group>): number {
    const number = this.groups.length;
    const id = `g${String(number + 1).padStart(4, '0')}`;
    const creator = given.creator ?? this.main.index;
    const usual = {
      creator,
      owners: [creator],
      archived: null,
      months: null,
      described: true,
      open: true,
      entity: null,
    };
    this.groups.push({ ...usual, ...given, id });
    return number;
  }
}

/**
 * An information group for each entity, prepared before it opens; trade communities, projects, field feedback and
 * processes opened by the community manager; team groups opened by their managers.
 */
export function foundGroups(
  plan: Plan,
  people: readonly Person[],
  mandates: readonly Mandate[],
  frame: DemoFrame,
): Group[] {
  const dice = new Dice(frame.seed, 'groups');
  const managed = mandates.find((mandate) => mandate.role === 'community_manager');
  const main = people[managed?.person ?? 0];
  if (!main) return [];
  const founding = new Founding(main);
  const scale = Math.sqrt(frame.people / 8300);
  const waves = new Map(plan.waves.map((wave) => [wave.id, wave]));
  const soon = frame.first + 21;
  founding.add({ name: 'Actualités', kind: 'information', created: frame.first + 1 });
  for (const entity of plan.entities) {
    const opening = waves.get(entity.wave ?? '')?.actualStart ?? null;
    if (entity.size === 0 || opening === null) continue;
    const created = Math.max(frame.first + 1, opening - dice.between(6, 18));
    founding.add({ name: `Vie locale – ${entity.name}`, kind: 'information', created, entity: entity.index });
  }
  const communities = frame.scenario === 'cnam' ? tradeCommunities : trades;
  communities.forEach((trade, position) => {
    founding.add({
      name: `Communauté métier – ${trade}`,
      kind: 'trade',
      created: soon + 14 + position * 4,
      months: 24,
    });
  });
  for (const name of feedback) founding.add({ name, kind: 'field_feedback', created: soon + dice.between(10, 90) });
  for (const name of ['Défauts cabine et matériel', 'Demandes de correction']) {
    founding.add({ name: `Processus – ${name}`, kind: 'process', created: soon + dice.between(60, 160) });
  }
  const active = people.filter((person) => person.activated <= frame.last);
  const creators = active.filter((person) => person.level >= 3 && departure(person) > frame.last);
  for (let number = 0; number < Math.round(60 * scale) && creators.length > 0; number++) {
    const creator = dice.pick(creators);
    const created = creator.activated + dice.between(10, 150);
    if (created > frame.last) continue;
    const ends = created + dice.between(90, 240);
    founding.add({
      name: `Projet ${dice.pick(projects)} ${number + 1}`,
      kind: 'project',
      created,
      creator: creator.index,
      archived: ends <= frame.last && dice.chance(0.4) ? ends : null,
      months: Math.ceil((ends - created) / 30.5),
      described: dice.chance(0.7),
      open: dice.chance(0.6),
      owners: dice.chance(0.12) ? [] : [creator.index],
      entity: creator.postings[0]?.entity ?? null,
    });
  }
  for (const manager of active) {
    if (manager.level < 2 || manager.level > 4 || !dice.chance(TEAM_GROUPS)) continue;
    const created = manager.activated + dice.between(5, 90);
    if (created > frame.last || created >= departure(manager)) continue;
    const team = { creator: manager.index, described: dice.chance(0.5), open: false };
    const entity = plan.entities[manager.postings[0]?.entity ?? 0]?.name ?? '';
    const name = founding.unused(`Équipe ${manager.trade} – ${entity}`);
    manager.teamGroup = founding.add({ ...team, name, kind: 'team', created });
  }
  return founding.groups;
}
