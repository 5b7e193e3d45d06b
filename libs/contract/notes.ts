import { z } from 'zod';
import { weekEndOf } from '#domain/calendar/day.js';
import { IndicatorKey } from './indicators.js';
import { Day } from './published.js';

const text = z.string().trim().min(1).max(500);

/** What somebody wrote beside a figure. */
export const FigureNote = z.object({
  id: z.uuid(),
  /** A wave or an entity; empty = the whole organisation. */
  scope: z.string(),
  indicator: IndicatorKey,
  weekEnd: Day,
  text: z.string(),
  /** Null where the account is gone. */
  author: z.string().nullable(),
  writtenOn: Day,
  /** Whether it says something else since. */
  isChanged: z.boolean(),
  /** Whether the reader may change it or take it away. */
  isOpen: z.boolean(),
});
export type FigureNote = z.infer<typeof FigureNote>;

/** Answer of `GET /v1/organizations/:org/notes`: on every figure that the reader may read, newest week first. */
export const FigureNotes = z.object({ notes: z.array(FigureNote) });
export type FigureNotes = z.infer<typeof FigureNotes>;

/** Body of `POST …/notes`. */
export const NewFigureNote = z.strictObject({
  scope: z.string().max(200),
  indicator: IndicatorKey,
  // Of what is no day no week can be asked.
  weekEnd: Day.pipe(z.string().refine((day) => weekEndOf(day) === day, { message: 'A week is named by its Sunday.' })),
  text,
});
export type NewFigureNote = z.infer<typeof NewFigureNote>;

/** Body of `PATCH …/notes/:note`: what is absent stays; `withdrawn` takes it away, or brings it back. */
export const FigureNoteChange = z.strictObject({ text: text.optional(), withdrawn: z.boolean().optional() });
export type FigureNoteChange = z.infer<typeof FigureNoteChange>;
