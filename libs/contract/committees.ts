import { z } from 'zod';
import { itemKinds, itemStates } from '#domain/committee/committee.js';
import { Language } from './access.js';
import { WaveDecision } from './gate.js';
import { Day, Sentence, WeekQuery } from './published.js';

/** Answer of `GET /v1/organizations/:org/committees`: what was decided, what became of it, what is asked now. */

export const ItemKind = z.enum(itemKinds);
export type ItemKind = z.infer<typeof ItemKind>;
export const ItemState = z.enum(itemStates);
export type ItemState = z.infer<typeof ItemState>;

export const CommitteeItem = z.object({
  id: z.string(),
  kind: ItemKind,
  text: z.string(),
  /** A name or a function, as declared. */
  owner: z.string().nullable(),
  dueOn: Day.nullable(),
  /** `asked`: a decision that a committee still has to take. */
  state: ItemState,
  /** Since when it is done or dropped. */
  settledOn: Day.nullable(),
  /** Open after its last day. */
  isLate: z.boolean(),
});
export type CommitteeItem = z.infer<typeof CommitteeItem>;

export const Committee = z.object({
  id: z.string(),
  heldOn: Day,
  /** Names or functions, as declared. */
  participants: z.array(z.string()),
  items: z.array(CommitteeItem),
});
export type Committee = z.infer<typeof Committee>;

export const Committees = z.object({
  today: Day,
  sentence: Sentence,
  /** Of all committees; `late` are among the `open`. */
  counts: z.object({ asked: z.int(), open: z.int(), late: z.int(), done: z.int(), dropped: z.int() }),
  /** The one that sits today or next. */
  next: z.string().nullable(),
  last: z.string().nullable(),
  /** Newest first. */
  committees: z.array(Committee),
  /** Decisions at the gates of waves, newest first: taken on Déploiement, and told here too. */
  gates: z.array(WaveDecision.extend({ waveName: z.string() })),
});
export type Committees = z.infer<typeof Committees>;

/** Body of `POST …/committees`. */
export const NewCommittee = z.strictObject({
  heldOn: Day,
  participants: z.array(z.string().trim().min(1).max(100)).max(60),
});
export type NewCommittee = z.infer<typeof NewCommittee>;

/** Body of `PATCH …/committees/:committee`: what is absent stays; `withdrawn` takes it away, or brings it back. */
export const CommitteeChange = NewCommittee.extend({ withdrawn: z.boolean() }).partial();
export type CommitteeChange = z.infer<typeof CommitteeChange>;

const item = z.strictObject({
  kind: ItemKind,
  text: z.string().trim().min(3).max(500),
  owner: z.string().trim().min(1).max(100).nullable(),
  dueOn: Day.nullable(),
  state: ItemState,
});
const isKnown = ({ kind, state }: { kind?: ItemKind; state?: ItemState }) => state !== 'asked' || kind !== 'action';
const message = 'Only a decision is asked for.';

/** Body of `POST …/committees/:committee/items`. */
export const NewItem = item.refine(isKnown, { path: ['state'], message });
export type NewItem = z.infer<typeof NewItem>;

/** Body of `PATCH …/committee-items/:item`: what is absent stays; `withdrawn` takes it away, or brings it back. */
export const ItemChange = item
  .extend({ withdrawn: z.boolean() })
  .partial()
  .refine(isKnown, { path: ['state'], message });
export type ItemChange = z.infer<typeof ItemChange>;

/** What a change answers: the id by which it can be taken back. */
export const Kept = z.object({ id: z.string() });
export type Kept = z.infer<typeof Kept>;

/** `GET …/committees/:committee/deck`: five pages with native charts, as PowerPoint opens them. */
export const DeckQuery = WeekQuery.extend({ language: Language.optional() });
export type DeckQuery = z.infer<typeof DeckQuery>;
