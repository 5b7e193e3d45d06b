import { calendarBins, lifeBins, resolutionBins, workingBins } from './lag-bins.js';

/** Volumes that people made, by the cell of whoever made them. */
export const madeMeasures = ['threads', 'answered', 'replied', 'group_active', 'group_active_year'] as const;

/** What people did anywhere, by the cell of whoever did it, or of where they stood. */
export const deedMeasures = ['interactions', 'received', 'acts'] as const;

/** Groups of which something can be said, by the cell of their entity. */
export const groupMeasures = [
  'groups',
  'groups_grown',
  'groups_silent',
  'groups_owner_known',
  'groups_ownerless',
  'groups_large',
  'groups_awaited',
  'groups_ready',
  'groups_classed',
  'groups_network',
  'groups_diffusion',
] as const;

/** What tells whether a source can say who answers whom: of the organisation as a whole. */
export const sourceMeasures = ['comments', 'replies'] as const;

/** What is said, by whom: of everyone, of managers by level, of the others; of the organisation as a whole. */
export const voiceMeasures = ['messages', 'first_replies', 'weeks'] as const;

const bins = <Prefix extends string>(prefix: Prefix, count: number) =>
  Array.from({ length: count }, (_, bin): `${Prefix}_${number}` => `${prefix}_${bin}`);

/** Threads by the time to their first reply, or by the time that they have waited; hours of the calendar and of work. */
export const replyBins = bins('reply', calendarBins.from.length);
export const waitBins = bins('wait', calendarBins.from.length);
export const workReplyBins = bins('work_reply', workingBins.from.length);
export const workWaitBins = bins('work_wait', workingBins.from.length);

/** Of process groups, over 91 days: threads by the time to their resolution, or by the time that they have waited. */
export const resolvedBins = bins('resolved', resolutionBins.from.length);
export const openBins = bins('open', resolutionBins.from.length);

/** Groups by age at death, at the end of what is seen, and at its beginning. */
export const diedBins = bins('life_died', lifeBins.from.length);
export const leftBins = bins('life_left', lifeBins.from.length);
export const cameBins = bins('life_came', lifeBins.from.length);

/** Of the groups that managers created. */
export const ownGroupMeasures = [
  'founders',
  'own_actions',
  'own_weeks',
  'other_actions',
  'other_weeks',
  'uplift',
  'group_members',
  'enclosed',
] as const;

/** Managers who were to pass the launch message on, and who did (K56). */
type LaunchMeasure = 'launch_due' | 'launch_relayed';

export type ExchangeMeasure =
  | (typeof madeMeasures)[number]
  | (typeof groupMeasures)[number]
  | (typeof sourceMeasures)[number]
  | (typeof voiceMeasures)[number]
  | (typeof ownGroupMeasures)[number]
  | LaunchMeasure
  | `${'resolved' | 'open' | 'reply' | 'wait' | 'work_reply' | 'work_wait' | 'life_died' | 'life_left' | 'life_came'}_${number}`;
