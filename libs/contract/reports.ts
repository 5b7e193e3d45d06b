import { z } from 'zod';
import { isTimezone } from '#domain/calendar/timezone.js';
import { boards } from '#domain/report/boards.js';
import { cadences } from '#domain/report/schedule.js';
import { Language } from './access.js';
import { Day } from './published.js';

/** Reports by mail: `GET /v1/organizations/:org/reports` and what changes them. */

export const Cadence = z.enum(cadences);
export type Cadence = z.infer<typeof Cadence>;

export const ReportBoard = z.enum(boards);
export type ReportBoard = z.infer<typeof ReportBoard>;

const settings = {
  name: z.string().trim().min(1).max(80),
  cadence: Cadence,
  /** Local hour in that zone. */
  hour: z.int().min(0).max(23),
  timezone: z.string().refine(isTimezone, { error: 'This is no time zone.' }),
  language: Language,
  /** Days for which a link opens its issue, unless the next one is sent before. */
  linkDays: z.int().min(1).max(400),
};

/** Body of `POST …/reports` and of `PUT …/reports/:report`. */
export const NewReport = z.strictObject({
  ...settings,
  /** What it tells; those that are pages of the whole organisation take no `scope` (`board_of_whole`). */
  board: ReportBoard.default('summary'),
  recipients: z
    .array(
      z
        .email()
        .max(200)
        .transform((address) => address.toLowerCase()),
    )
    .max(50)
    .transform((addresses) => [...new Set(addresses)]),
  /** Key of the only entity it tells of; null = all that its maker may see. */
  scope: z.string().min(1).nullable().default(null),
});
export type NewReport = z.infer<typeof NewReport>;

export const ReportIssue = z.object({
  id: z.string(),
  weekEnd: Day,
  drawnAt: z.iso.datetime(),
  isTrial: z.boolean(),
  /** Mails by what became of them. */
  mails: z.object({ waiting: z.int(), sent: z.int(), failed: z.int(), unsure: z.int() }),
  /** Whether one of its links still opens. */
  isOpen: z.boolean(),
});
export type ReportIssue = z.infer<typeof ReportIssue>;

export const Report = z.object({
  id: z.string(),
  ...settings,
  board: ReportBoard,
  recipients: z.array(z.string()),
  scope: z.string().nullable(),
  /** Sunday of the last issue, or published when it was set up. */
  lastWeek: Day.nullable(),
  /** False where its maker may no longer see what it tells: nothing is sent. */
  isHeld: z.boolean(),
  /** Newest first. */
  issues: z.array(ReportIssue),
});
export type Report = z.infer<typeof Report>;

export const Reports = z.object({
  /** What is missing before anything can leave. */
  missing: z.array(z.enum(['SMTP_URL', 'PUBLIC_URL'])),
  reports: z.array(Report),
});
export type Reports = z.infer<typeof Reports>;

/** Body of `POST /v1/report-issues/open` and of `…/pdf`: the token behind the # of a link. */
export const IssueToken = z.strictObject({ token: z.string().min(20).max(100) });
export type IssueToken = z.infer<typeof IssueToken>;

const Figure = z.object({ label: z.string(), value: z.string(), people: z.string(), change: z.string() });

/** What an issue said, in its words. */
export const OpenedIssue = z.object({
  title: z.string(),
  language: Language,
  organization: z.string(),
  scope: z.string(),
  finding: z.string(),
  beside: z.string(),
  figures: z.array(Figure),
  lists: z.array(z.object({ title: z.string(), items: z.array(z.string()), none: z.string() })),
  tables: z.array(
    z.object({
      ...{ title: z.string(), none: z.string(), head: z.array(z.string()), rows: z.array(z.array(z.string())) },
      /** How far below another each row lies, where the table is a tree. */
      depths: z.array(z.number()).optional(),
    }),
  ),
  definitions: z.array(z.string()),
  endsAt: z.iso.datetime(),
});
export type OpenedIssue = z.infer<typeof OpenedIssue>;
