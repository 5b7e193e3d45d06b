/** How long what a person did is kept (rules 5.2). Measures and publications hold no person and stay. */
export const retention = {
  rawMonths: 6,
  activityMonths: 13,
  milestoneDaysAfterExit: 30,
  /** Long enough to pair a survey with the next: the field repeats them every eighteen months. */
  answerMonths: 24,
  /** A file of everybody that nobody approved. */
  heldDays: 30,
  /** Who did what to the settings, and who exported what. */
  auditMonths: 12,
} as const;
