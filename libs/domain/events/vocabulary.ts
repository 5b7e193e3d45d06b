/** What other systems already speak when they tell who did what. */
export const vocabularies = ['segment', 'cloudevents', 'activity-streams', 'xapi'] as const;
export type Vocabulary = (typeof vocabularies)[number];
