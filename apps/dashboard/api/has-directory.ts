import { useOrganization } from './organization.js';

/** Whether people are known by their place; undefined while that is not known. Without them there are no rates. */
export function useHasDirectory(): boolean | undefined {
  const { data } = useOrganization();
  return data?.nodes.some(({ headcount }) => headcount > 0);
}
