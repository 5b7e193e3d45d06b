import { peopleCsv } from '#domain/files/people-csv.js';
import { proposedTree } from '#domain/files/proposed-tree.js';
import { fileInMemory } from '#connectors/file-input.js';
import { runImport } from '#pipeline/import/run-import.js';
import { refresh } from '#pipeline/refresh.js';
import { dropProposedTree, proposedPeople, proposedPlaces } from '#storage/directory/proposed-places.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { summary } from './import-summary.js';
import { hasWorker, type Installation } from './installation.js';
import { answer, CommandError } from './output.js';

interface Options {
  org: string;
  json?: boolean;
}

/** The tree that the accounts of a network tell, in counts: fewer than k people are told together. */
export async function showTree(installation: Installation, { org, json }: Options): Promise<number> {
  const owner = await installation.as('owner');
  const { id, k } = await organizationBySlug(owner, org);
  const tree = proposedTree(await proposedPlaces(owner, id), k);
  answer(json, { ...tree }, () => {
    if (tree.people === 0) return ['no tree is proposed'];
    const others = tree.others ? [`${tree.others.people} people in ${tree.others.places} smaller places`] : [];
    return [...tree.places.map(({ path, people }) => `${people} people  ${path}`), ...others];
  });
  return 0;
}

/** Takes it over until somebody hands people in, as the page does. Weeks that are published with it stay divided by it. */
export async function adoptTree(installation: Installation, { org, json }: Options): Promise<number> {
  const work = await installation.as('work');
  const owner = await installation.as('owner');
  const { id: organizationId } = await organizationBySlug(owner, org);
  const people = await proposedPeople(owner, organizationId);
  if (people.length === 0) throw new CommandError('No tree is proposed, or it was taken over.', 'nothing_proposed');
  const report = await runImport(work, {
    ...{ organizationId, kind: 'people', fileName: 'proposed-tree.csv', settings: { adopts: true } },
    input: fileInMemory(Buffer.from(peopleCsv(people))),
    now: new Date(),
  });
  if (report.state === 'done' && !(await hasWorker(work))) await refresh(work, organizationId, new Date());
  answer(json, report, () => summary(report));
  return report.state === 'done' ? 0 : 1;
}

/** Proposes it no more, until the accounts come again. */
export async function forgetTree(installation: Installation, { org, json }: Options): Promise<number> {
  const owner = await installation.as('owner');
  const { id } = await organizationBySlug(owner, org);
  const people = await dropProposedTree(owner, id, null);
  answer(json, { people }, () => [people > 0 ? 'the proposed tree is dropped' : 'no tree is proposed']);
  return 0;
}
