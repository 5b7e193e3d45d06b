import { z } from 'zod';
import { activeKeys, isActiveDefinition } from '#domain/rollout/house-active.js';
import { Window } from './indicators.js';
import { Day, PublishedWeek } from './published.js';

/** Answer of `GET /v1/organizations/:org?week=`: what the shell needs to draw every page. */

export const WaveKind = z.enum(['choice', 'forerunners', 'pilot', 'rollout']);
export type WaveKind = z.infer<typeof WaveKind>;

export const Wave = z.object({
  key: z.string(),
  name: z.string(),
  kind: WaveKind,
  plannedStart: Day,
  plannedEnd: Day,
  actualStart: Day.nullable(),
  actualEnd: Day.nullable(),
  /** Share of the people of the wave to be activated at `plannedEnd`. */
  target: z.number(),
  madeOf: z.enum(['entities', 'people']),
  /** Keys of the entities listed, their descendants included; empty for a list of people. */
  entities: z.array(z.string()),
  /** People on the list (declared, hence exact); null for a wave of entities. */
  members: z.number().nullable(),
  /** Place in the stable order of colours: by planned start, the pilot first. */
  position: z.number(),
});
export type Wave = z.infer<typeof Wave>;

/** `node`: divided further; `cell`: not divided; `direct`: own staff of its parent; `rest`: several places read together. */
export const NodeKind = z.enum(['node', 'cell', 'direct', 'rest']);
export type NodeKind = z.infer<typeof NodeKind>;

/** One place of the tree as published that week: what the mask joined is one `rest` with its members. */
export const TreeNode = z.object({
  key: z.string(),
  /** Null at the root. */
  parent: z.string().nullable(),
  kind: NodeKind,
  /** Key of the entity; null for `direct` and `rest`. */
  entity: z.string().nullable(),
  /** Of the entity; of the parent for `direct` and `rest`, which the page tells apart by `kind`. */
  name: z.string(),
  /** Names of the entities read together in a `rest`; empty otherwise. */
  members: z.array(z.string()),
  headcount: z.number(),
  country: z.string().nullable(),
  /** Key of the wave that holds the whole node; null where waves meet. */
  wave: z.string().nullable(),
});
export type TreeNode = z.infer<typeof TreeNode>;

/** A published week, and whether an import is behind it that was undone since. */
export const ShownWeek = PublishedWeek.extend({
  /** When; its figures still hold what the import brought. Null = none, or told anew since. */
  undoneAt: z.iso.datetime().nullable(),
  /** The same of its groups and exchanges, which are never told anew. */
  groupsUndoneAt: z.iso.datetime().nullable(),
});
export type ShownWeek = z.infer<typeof ShownWeek>;

/**
 * A dated line on every time chart: openings, what was declared of actions and of exceptional events, and, for whoever may
 * read them, what was decided at the gates of waves (`wave_go` …) and by steering committees.
 */
export const Annotation = z.object({
  day: Day,
  kind: z.enum([
    ...(['wave_planned', 'wave_opened', 'wave_closed', 'action', 'shock'] as const),
    ...(['wave_go', 'wave_postpone', 'wave_no_go', 'decision'] as const),
  ]),
  /** Null for what is no wave. */
  wave: z.string().nullable(),
  name: z.string(),
  /** Keys of the entities it holds for; empty = everywhere. */
  entities: z.array(z.string()),
});
export type Annotation = z.infer<typeof Annotation>;

export const Level = z.object({
  /** Population key: `level-0` = executive committee; `level-0+level-1` where small levels are read together. */
  key: z.string(),
  levels: z.array(z.number()),
});
export type Level = z.infer<typeof Level>;

/** Ideas that an organisation has its own word for. */
export const HouseWords = z.record(
  z.string().regex(/^(network|entity|entities|wave|waves|ambassador|ambassadors|level-\d{1,2})$/),
  z.string().trim().min(1).max(60),
);
export type HouseWords = z.infer<typeof HouseWords>;

/** What the house calls active, in its words: shown beside the standard figures with its definition, never mixed with them. */
export const ActiveDefinition = z
  .strictObject({ indicator: z.enum(activeKeys), window: Window, label: z.string().trim().min(1).max(60) })
  .refine(isActiveDefinition, { path: ['window'], message: 'The indicator is not published over this window.' });
export type ActiveDefinition = z.infer<typeof ActiveDefinition>;

/** Body of `PATCH /v1/organizations/:org/settings`: what is absent stays; `active: null` takes the definition back. */
export const NewSettings = z.strictObject({
  houseWords: HouseWords.optional(),
  active: ActiveDefinition.nullable().optional(),
});
export type NewSettings = z.infer<typeof NewSettings>;

/** Its answer: what holds now. */
export const Settings = z.object({
  houseWords: z.record(z.string(), z.string()),
  active: ActiveDefinition.nullable(),
});
export type Settings = z.infer<typeof Settings>;

export const Organization = z.object({
  slug: z.string(),
  name: z.string(),
  class: z.enum(['synthetic', 'public', 'personal']),
  timezone: z.string(),
  k: z.number(),
  bands: z.boolean(),
  /** House words by idea (`network`, `entity`, `wave`, `ambassador`, `level-0` …); absent = the default of the glossary. */
  houseWords: z.record(z.string(), z.string()),
  active: ActiveDefinition.nullable(),
  modules: z.record(z.string(), z.unknown()),
  /** Newest first; empty before the first publication. */
  weeks: z.array(ShownWeek),
  /** Older weeks still to be counted: what is read over many weeks may change until then. */
  waiting: z.number(),
  /** Monday on which its history begins: of the first week that is published or is to be; null before there is one. */
  begins: Day.nullable(),
  /** Nothing is published before somebody says that everything is in, or the first week that is lived here has closed. */
  awaitsWord: z.boolean(),
  /** What comes first, once something was brought and before anything is published; null otherwise. */
  firstWeek: z.object({ state: z.enum(['held', 'counting', 'closing', 'partial']), sunday: Day, from: Day }).nullable(),
  /** The week that is told after these: not before `from`, nor before data are complete through it, which they are `through`. */
  next: z.object({ weekEnd: Day, from: z.iso.datetime(), through: Day }).nullable(),
  /** Sunday of the tree below; null before the first publication. */
  week: Day.nullable(),
  waves: z.array(Wave),
  levels: z.array(Level),
  annotations: z.array(Annotation),
  /** Parents before children, siblings in order; empty before the first publication. */
  nodes: z.array(TreeNode),
});
export type Organization = z.infer<typeof Organization>;
