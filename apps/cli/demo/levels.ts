import { type Entity } from './organisation.js';
import { type DemoFrame } from './scenario.js';

/** How many managers of levels 0 to 4 an entity holds; everybody else is level 5. */
export type Managers = [number, number, number, number, number];

const isTop = (entity: Entity): boolean => entity.id === 'D-DG' || entity.kind === 'national';

/** Level 0 the executive committee, 1 directors, 2 heads of site, 3 heads of department, 4 front line. */
export function managersOf(entity: Entity, frame: DemoFrame, zoneSeats: ReadonlySet<number>): Managers {
  const size = entity.size;
  const headquarters = entity.kind === 'department' || entity.kind === 'national';
  const siteHeadFrom = Math.min(60, Math.max(15, (60 * frame.people) / 8300));
  const managers: Managers = [0, 0, 0, 0, Math.max(1, Math.round(size / 12))];
  if (isTop(entity)) managers[0] = Math.max(4, Math.min(12, Math.round(size / 3)));
  if (headquarters) managers[1] = 1 + Math.floor(size / 120);
  else if (zoneSeats.has(entity.index)) managers[1] = size >= 200 ? 3 : 1;
  if (headquarters || size >= siteHeadFrom) managers[2] = 1 + Math.floor(size / 250);
  if (size >= 10) managers[3] = Math.max(1, Math.round(size / 60));
  return managers;
}

/** The largest entity of each zone, where its directors sit. */
export function zoneSeats(entities: readonly Entity[]): Set<number> {
  const largest = new Map<string, Entity>();
  for (const entity of entities) {
    if (!entity.zone || entity.kind === 'department' || entity.kind === 'national') continue;
    const best = largest.get(entity.zone);
    if (entity.size > (best?.size ?? 0)) largest.set(entity.zone, entity);
  }
  return new Set([...largest.values()].map((entity) => entity.index));
}

/** Finds a superior: near before far, and the level just above before higher ones; takes turns among equals. */
export class Superiors {
  private readonly seats = new Map<string, number[]>();
  private readonly turns = new Map<string, number>();

  constructor(private readonly entities: readonly Entity[]) {}

  seat(person: number, entity: number, level: number): void {
    for (const scope of this.scopes(entity)) {
      const key = `${scope}/${level}`;
      const seated = this.seats.get(key);
      if (seated) seated.push(person);
      else this.seats.set(key, [person]);
    }
  }

  above(entity: number, level: number): number | null {
    for (let reach = level - 2; reach > -2; reach -= 2) {
      for (const scope of this.scopes(entity)) {
        for (let at = Math.min(level - 1, reach + 1); at >= Math.max(0, reach); at--) {
          const found = this.turn(`${scope}/${at}`);
          if (found !== null) return found;
        }
      }
    }
    return null;
  }

  private turn(key: string): number | null {
    const seated = this.seats.get(key);
    if (!seated) return null;
    const turn = this.turns.get(key) ?? 0;
    this.turns.set(key, turn + 1);
    return seated[turn % seated.length] ?? null;
  }

  private scopes(index: number): string[] {
    const entity = this.entities[index];
    return [`e${index}`, `s${entity?.site}`, `c${entity?.zone}/${entity?.country}`, `z${entity?.zone}`, 'all'];
  }
}
