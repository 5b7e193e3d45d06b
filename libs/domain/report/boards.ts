/** What goes out by mail: the boards that there are on paper. */
export const boards = ['summary', 'rollout', 'entities', 'exemplarity', 'comparison'] as const;
export type ReportBoard = (typeof boards)[number];

/** Those that are told of one entity as well; the others are pages of the whole organisation. */
export const isOfPlaces = (board: ReportBoard): boolean => board !== 'exemplarity' && board !== 'comparison';
