/** Windows that are published, in days; each ends on a Sunday. 84 is read for habit only (K12), 182 for interactive users (K21). */
export const windows = [7, 28, 84, 91, 182, 365] as const;
export type Window = (typeof windows)[number];
