import { type World } from './world.js';

const lines = (header: string, rows: readonly (readonly string[])[]) =>
  [header, ...rows.map((row) => row.join(',')), ''].join('\n');

/** How the file of people tells an entity: by its key, or by its names from the top. */
function placeOf(world: Pick<World, 'entities' | 'separator'>, entity: string): string {
  const { entities, separator } = world;
  if (separator === null) return entity;
  const above = entities.find(({ key }) => key === entity)!.parent;
  return `${above === null ? '' : placeOf(world, above) + separator}${entity.toUpperCase()}`;
}

/** The world as files; `moved` = after its reorganisation. */
export const filesOf = (world: World) => ({
  entities: (moved: boolean) =>
    lines(
      'entity_id,parent_id,name,country,timezone',
      world.entities.map(({ key, parent, zone, country }) => {
        const above = moved && world.reorganised?.entity === key ? world.reorganised.parent : parent;
        return [key, above ?? '', key.toUpperCase(), country ?? '', zone ?? ''];
      }),
    ),
  people: (from: number, to: number) =>
    lines(
      `person_id,${world.separator === null ? 'entity' : 'entity_path'},manager_id,is_manager,level,valid_from,valid_to,aliases,bot,site,trade`,
      world.people
        .slice(from, to)
        .flatMap(({ key, alias, bot, stays, site, trade }) =>
          stays.map(({ entity, boss, level, manages, from: since, to: until }) => [
            ...[key, placeOf(world, entity), boss ?? '', manages === null ? '' : manages ? 'x' : 'non'],
            ...[level === null ? '' : String(level), since, until, alias],
            ...[bot ? 'true' : '', site, trade],
          ]),
        ),
    ),
  waves: () =>
    lines(
      'wave_id,name,planned_start,planned_end,actual_start,target,entities',
      world.waves.map(({ key, plannedStart, plannedEnd, opened, target, entities }) => [
        ...[key, key.toUpperCase(), plannedStart, plannedEnd, opened ?? '', String(target), entities.join(';')],
      ]),
    ),
  members: () =>
    lines(
      'wave_id,person_id',
      world.waves.flatMap(({ key, people }) => people.map((person) => [key, person])),
    ),
  mandates: () =>
    lines(
      'person_id,role,entity,from,to',
      world.mandates.map(({ person, from, to }) => [person, 'ambassador', '', from, to]),
    ),
  groups: () =>
    lines(
      'group_id,name,kind,creator_id,owner_ids,created_at,archived_at,has_description,entity',
      world.groups.map(({ key, kind, creator, owner, created, archived, described, entity }) => [
        ...[key, key.toUpperCase(), kind, creator, owner, created, archived],
        ...[described === null ? '' : String(described), entity],
      ]),
    ),
  actions: () =>
    lines(
      'action_id,kind,name,starts_on,object,audience,entities',
      world.actions.map(({ key, kind, starts, launches, audience, entities }) => [
        ...[key, kind, key.toUpperCase(), starts, launches ?? '', audience, entities.join(';')],
      ]),
    ),
  attendance: () =>
    lines(
      'action_id,person_id',
      world.actions.flatMap(({ key, people }) => people.map((person) => [key, person])),
    ),
  events: (ids: ReadonlySet<string>) =>
    lines(
      'id,occurred_at,kind,actor,object,parent,group,target,quantity',
      world.events
        .filter(({ id }) => ids.has(id))
        .map(({ id, at, kind, actor, object, parent, group, target, quantity }) => [
          ...[id, at, kind, actor, object, parent, group, target, quantity === 1 ? '' : String(quantity)],
        ]),
    ),
});
