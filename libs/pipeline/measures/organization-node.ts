/** Stands above the entities when the directory has none, or several without a parent. */
export const organizationNode = '~organization';
