import { type Draw } from '#domain/statistics/random.js';
import { type ImportStory } from '../../import/testing/import-story.js';
import { plus } from './days.js';
import { filesOf } from './files.js';
import { type World } from './world.js';

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/**
 * The files of a world in a new organisation: events in batches before, between and after those of the directory, half the
 * time with a count in between. In the end these weeks are counted and published.
 */
export async function bringIn(story: ImportStory, world: World, draw: Draw, sundays: readonly string[]): Promise<void> {
  const last = plus(world.start, world.weeks * 7 - 1);
  const after = noon(plus(last, 10));
  await story.begin({ timezone: world.zone, k: 1, bands: false });
  const steps = directoryOf(story, world, draw);
  for (const batch of batchesOf(world, draw))
    steps.splice(draw(steps.length + 1), 0, async () => {
      story.now = after;
      await bring(story, 'events', filesOf(world).events(batch), { completeThrough: last });
    });
  const counted = draw(2 * steps.length);
  for (const [index, step] of steps.entries()) {
    await step();
    if (index === counted) await story.countOnly([last], after);
  }
  await story.countOnly(sundays, after);
}

function batchesOf(world: World, draw: Draw): Set<string>[] {
  const batches = Array.from({ length: 1 + draw(3) }, () => new Set<string>());
  for (const { id } of world.events) batches[draw(batches.length)]!.add(id);
  return batches.filter(({ size }) => size > 0);
}

function directoryOf(story: ImportStory, world: World, draw: Draw): (() => Promise<void>)[] {
  const files = filesOf(world);
  const half = draw(2) === 0 ? 0 : draw(world.people.length + 1);
  const { reorganised } = world;
  const named = (of: readonly { people: readonly string[] }[]) => of.some(({ people }) => people.length > 0);
  return [
    async () => {
      story.now = noon(world.start);
      await bring(story, 'entities', files.entities(false));
    },
    () => bring(story, 'people', files.people(0, half), {}, half > 0),
    () => bring(story, 'people', files.people(half, world.people.length), {}, half < world.people.length),
    () => bring(story, 'waves', files.waves(), {}, world.waves.length > 0),
    () => bring(story, 'members', files.members(), {}, named(world.waves)),
    () => bring(story, 'mandates', files.mandates(), {}, world.mandates.length > 0),
    () => bring(story, 'groups', files.groups(), {}, world.groups.length > 0),
    async () => {
      await bring(story, 'actions', files.actions(), {}, world.actions.length > 0);
      await bring(story, 'attendance', files.attendance(), {}, named(world.actions));
    },
    async () => {
      if (!reorganised) return;
      story.now = noon(plus(reorganised.from, -3));
      await bring(story, 'entities', files.entities(true));
    },
  ];
}

async function bring(story: ImportStory, kind: string, text: string, settings = {}, wanted = true): Promise<void> {
  if (!wanted) return;
  const { state, rejects } = await story.file(kind, text, settings);
  if (state !== 'done' || rejects.length > 0) throw new Error(`${kind}: ${state} ${JSON.stringify(rejects)}`);
}
