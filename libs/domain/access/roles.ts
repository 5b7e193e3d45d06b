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
