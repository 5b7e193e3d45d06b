import { Anchor } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type PurposeGate } from '#contract/purpose-gate.js';
import { useOrganization } from '../../api/organization.js';
import { usePurposeGate } from '../../api/purpose-gate.js';
import { useRights } from '../../api/rights.js';
import { useSession } from '../../api/session.js';
import { useFormat } from '../../i18n/use-format.js';
import { Figure } from '../../ui/Figure.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { Sentence } from '../../ui/Sentence.js';
import { useNextWeek } from '../../ui/use-next-week.js';
import { delayOf, stillIn, takenBack, totalsOf } from './arrival.js';
import { completeDays } from './complete-days.js';
import { DirectoryPanel } from './DirectoryPanel.js';
import { findingOf, type Known } from './finding.js';
import { FirstWordPanel } from './FirstWordPanel.js';
import { FirstSteps } from './FirstSteps.js';
import { firstSteps } from './first-steps.js';
import { HandIn } from './HandIn.js';
import { ProposedTreePanel } from './ProposedTreePanel.js';
import { ImportList } from './ImportList.js';
import { MorePages } from './MorePages.js';
import { PullPanel } from './PullPanel.js';
import { SourceList } from './SourceList.js';
import { ToPrivacy } from './ToPrivacy.js';
import { useCompleteSentence } from './use-complete-sentence.js';
import { useDirectory } from './use-directory.js';
import { useFinding } from './use-finding.js';
import { placeOfHeld } from './use-held.js';
import { useProposedTree } from './use-proposed-tree.js';
import { usePulls } from './use-pulls.js';
import { useImports, useSources } from './use-sources.js';

/** Is data arriving? Sources, keys, files and what was refused. */
export default function SourcesPage(): ReactNode {
  const { t: shell } = useTranslation([
    'shell',
    'columns',
    'directory',
    'file-kinds',
    'files',
    'first-word',
    'hand-in',
    'held',
    'imports',
    'last-day',
    'privacy',
    'proposal',
    'pulls',
    'refusals',
    'source-names',
    'sources',
  ]);
  const session = useSession();
  const sources = useSources();
  const imports = useImports();
  const { manages: mayImport, administers } = useRights();
  const organization = useOrganization();
  const directory = useDirectory(mayImport);
  const proposed = useProposedTree(mayImport);
  const pulls = usePulls(mayImport);
  const gate = usePurposeGate();
  const known =
    sources.data && imports.data ? { ...sources.data, ...imports.data, pulls: pulls.data?.pulls ?? [] } : null;
  // Before anything has come, the page is about the first file.
  const isNew =
    known !== null &&
    mayImport &&
    known.pulls.length === 0 &&
    known.sources.every(({ lastHour }) => lastHour === null) &&
    known.imports.every(({ dryRun }) => dryRun);
  const isProposed = (proposed.data?.people ?? 0) > 0;
  const todo = known && gate.data ? firstSteps(known, organization.data, gate.data.state) : [];
  return (
    <>
      {known ? (
        <Finding page={shell('sources')} known={known} mayDecide={mayImport} gate={gate.data} />
      ) : (
        <Sentence page={shell('sources')}>{'\u00a0'}</Sentence>
      )}
      {/* Always at the same place, before anything is known: what was chosen meanwhile stays. */}
      {mayImport && <HandIn mayImport />}
      {mayImport && known && !isNew && organization.data?.awaitsWord && (
        <FirstWordPanel known={known} organization={organization.data} />
      )}
      {mayImport && todo.some(({ isDone }) => !isDone) && <FirstSteps steps={todo} />}
      {known && known.sources.length > 0 && !isNew && <Figures known={known} />}
      {!(isNew && known.imports.length === 0) && (
        <ImportList query={imports} mayDownload={mayImport} isProposed={isProposed} />
      )}
      {isProposed && <ProposedTreePanel query={proposed} />}
      <SourceList
        query={sources}
        removed={known ? takenBack(known.imports, new Date()) : 0}
        mayChange={administers}
        mayName={mayImport}
      />
      {mayImport && <PullPanel query={pulls} />}
      {!mayImport && session && <HandIn mayImport={false} />}
      {mayImport && <DirectoryPanel query={directory} mayChange={administers} />}
      <MorePages />
    </>
  );
}

interface FindingProps {
  page: string;
  known: Known;
  mayDecide: boolean;
  gate: PurposeGate | undefined;
}

function Finding({ page, known, mayDecide, gate }: FindingProps) {
  const { t: held } = useTranslation('held');
  const complete = useCompleteSentence(known);
  const soon = useNextWeek();
  const say = useFinding();
  const found = findingOf(known, new Date(), gate);
  const detail = [complete, soon?.says];
  return (
    <Sentence page={page} detail={detail.filter(Boolean).join(' ')}>
      {say(found)}
      {found.says === 'closed' && (
        <>
          {' '}
          <ToPrivacy />
        </>
      )}
      {found.says === 'held' && mayDecide && (
        <>
          {' '}
          <Anchor href={`#${placeOfHeld(found.id)}`} inherit underline="always">
            {held('toHeld')}
          </Anchor>
        </>
      )}
    </Sentence>
  );
}

function Figures({ known }: { known: Known }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const { received, accepted, duplicates, refused, again } = totalsOf(known.sources);
  const delays = known.sources.flatMap(({ lagSeconds, kind }) =>
    kind === 'http' && lagSeconds !== null ? lagSeconds : [],
  );
  const delay = delays.length > 0 ? delayOf(Math.max(...delays)) : null;
  const complete = completeDays(known)[0]?.day ?? null;
  const over = t('over48');
  const removed = takenBack(known.imports, new Date());
  const refusedBelow = () => {
    if (again > 0) return t('refusedAgain', { count: again, n: format.number(again) });
    if (refused === 0) return t('refusedBelow');
    return t('shareOf', { share: format.percent(refused / received, 1) });
  };
  return (
    <FigureRow>
      <Figure
        label={t('received')}
        value={format.number(received)}
        people={duplicates > 0 ? t('knownOf', { count: duplicates, n: format.number(duplicates) }) : over}
        definition={t('receivedDefinition')}
      />
      <Figure
        label={t('accepted')}
        value={format.number(stillIn(accepted, removed))}
        people={removed > 0 ? t('takenBack', { count: removed, n: format.number(removed) }) : over}
        definition={t('acceptedDefinition')}
      />
      <Figure
        label={t('refused')}
        value={format.number(refused)}
        people={refusedBelow()}
        definition={t('refusedDefinition')}
      />
      <Figure
        label={t('lag')}
        value={delay && t(delay.unit, { n: format.number(delay.n) })}
        people={delay ? undefined : t('lagNone')}
        definition={t('lagDefinition')}
      />
      <Figure label={t('upTo')} value={complete && format.day(complete, 'short')} definition={t('upToDefinition')} />
    </FigureRow>
  );
}
