import { type Imports } from '#contract/imports.js';
import { type Organization } from '#contract/organization.js';
import { type Pulls } from '#contract/pulls.js';
import { type PurposeGate } from '#contract/purpose-gate.js';
import { type Sources } from '#contract/sources.js';
import { placeOfWord } from '../../ui/use-held-back.js';
import { isEmptied } from './arrival.js';

/** In the order in which they are told, each with where it is done: an anchor of this page, or another page. */
const places = {
  // First the directory: it names the countries whose staff has to be heard.
  stepDirectory: { anchor: 'hand-in' },
  stepHeard: { page: 'privacy', anchor: 'gate' },
  stepExport: { anchor: 'hand-in' },
  stepWaves: { anchor: 'hand-in' },
  stepPublish: { anchor: placeOfWord },
  stepRead: { page: 'overview' },
} as const satisfies Record<string, Place>;

export type Place = { page: string; anchor?: string } | { anchor: string };
export type Step = keyof typeof places;

export interface FirstStep {
  step: Step;
  isDone: boolean;
  place: Place;
}

type Known = Sources & Imports & Pulls;
type Published = Pick<Organization, 'weeks' | 'waves' | 'nodes' | 'awaitsWord'>;

const went = (imports: Imports['imports'], kind: string) =>
  imports.some((one) => one.kind === kind && one.state === 'done' && !one.dryRun && one.received > one.rejected);

/** Whether a directory is in, of which nothing is published before the first week. */
export const isPlaced = ({ imports }: Imports, organization: Pick<Published, 'nodes'> | undefined): boolean =>
  went(imports, 'people') || (organization?.nodes.some(({ headcount }) => headcount > 0) ?? false);

/** Whether it is said who was to be reached. */
export const isPlanned = ({ imports }: Imports, organization: Pick<Published, 'waves'> | undefined): boolean =>
  went(imports, 'waves') || (organization?.waves.length ?? 0) > 0;

/** The first steps of an organisation, and which are taken, by whatever way: file, live stream, network or provider. */
export function firstSteps(
  { sources, imports, pulls }: Known,
  organization: Published | undefined,
  gate: PurposeGate['state'],
): FirstStep[] {
  const wasHeard = sources.some(({ lastHour }) => lastHour !== null) || pulls.some(({ accepted }) => accepted > 0);
  const isHeard = wasHeard && !isEmptied({ sources, imports, pulls });
  const placed = isPlaced({ imports }, organization);
  const planned = isPlanned({ imports }, organization);
  const taken: Partial<Record<Step, boolean>> = {
    // Only data about real people wait for it.
    ...(gate === 'not_needed' ? {} : { stepHeard: gate !== 'closed' }),
    stepExport: isHeard,
    stepDirectory: placed,
    stepWaves: planned,
    // What is about nobody is told as it comes.
    ...(gate === 'not_needed' ? {} : { stepPublish: organization?.awaitsWord === false }),
    stepRead: isHeard && placed && planned && (organization?.weeks.length ?? 0) > 0,
  };
  return (Object.keys(places) as Step[]).flatMap((step) => {
    const isDone = taken[step];
    return isDone === undefined ? [] : { step, isDone, place: places[step] };
  });
}
