/** What somebody may be, in the installation or in one organisation. */
export const roles = [
  'admin',
  'project_manager',
  'consultant',
  'sponsor',
  'animator',
  'local_lead',
  'data_protection_officer',
] as const;
export type RoleName = (typeof roles)[number];

/** Whose reports go out by mail: they may set one up, and it goes as long as they might. */
export const reporters: readonly RoleName[] = ['admin', 'project_manager', 'consultant'];
