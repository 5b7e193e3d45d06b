import { rightsOf, type Standing } from '../../api/rights.js';

/** Organisations are put side by side from two on, for whoever reads comparisons in one of them. */
export const hasClients = (organizations: readonly Standing[]): boolean =>
  organizations.length > 1 && organizations.some((one) => rightsOf(one).readsAll);
