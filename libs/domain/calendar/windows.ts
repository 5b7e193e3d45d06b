/** Windows that are published, in days; each ends on a Sunday. 182 is counted for interactive users only (K21). */
export const windows = [7, 28, 91, 182, 365] as const;
export type Window = (typeof windows)[number];
