import { type Imports } from '#contract/imports.js';
import { type Organization } from '#contract/organization.js';
import { type Pulls } from '#contract/pulls.js';
import { type Sources } from '#contract/sources.js';

export const steps = ['stepExport', 'stepDirectory', 'stepWaves', 'stepRead'] as const;
export type Step = (typeof steps)[number];

type Known = Sources & Imports & Pulls;
type Published = Pick<Organization, 'weeks' | 'waves' | 'nodes'>;

/** Which of the first steps are taken, by whatever way it happened: file, live stream, network or identity provider. */
export function stepsDone({ sources, imports, pulls }: Known, organization: Published | undefined): Set<Step> {
  const went = (kind: string) =>
    imports.some((one) => one.kind === kind && one.state === 'done' && !one.dryRun && one.received > one.rejected);
  const isHeard = sources.some(({ lastHour }) => lastHour !== null) || pulls.some(({ accepted }) => accepted > 0);
  const isPlaced = went('people') || (organization?.nodes.some(({ headcount }) => headcount > 0) ?? false);
  const isPlanned = went('waves') || (organization?.waves.length ?? 0) > 0;
  const taken = {
    stepExport: isHeard,
    stepDirectory: isPlaced,
    stepWaves: isPlanned,
    stepRead: isHeard && isPlaced && isPlanned && (organization?.weeks.length ?? 0) > 0,
  };
  return new Set(steps.filter((step) => taken[step]));
}
