import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Committees } from '#contract/committees.js';
import { useRights } from '../../api/rights.js';
import { useFilters } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Figure } from '../../ui/Figure.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { Finding } from '../../ui/Finding.js';
import { Sentence } from '../../ui/Sentence.js';
import { CommitteeForm } from './CommitteeForm.js';
import { CommitteePanel } from './CommitteePanel.js';
import { FollowedPanel } from './FollowedPanel.js';
import { GatesPanel } from './GatesPanel.js';
import { Removed } from './Removed.js';
import { useCommitteeChange, useCommittees } from './use-committees.js';

/** What did we decide, what became of it, what do we ask now? */
export default function CopilPage(): ReactNode {
  const { t } = useTranslation(['copil', 'shell']);
  const say = useSay();
  const { manages } = useRights();
  const [, change] = useFilters();
  const query = useCommittees();
  const writing = useCommitteeChange();
  const [isPlanning, setPlanning] = useState(false);
  const { data } = query;
  const plan = manages && (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
      onClick={() => setPlanning(true)}
    >
      {t('plan')}
    </Button>
  );
  const isEmpty = data?.committees.length === 0;
  return (
    <>
      <Sentence page={t('shell:copil')} actions={!isEmpty && plan}>
        <Finding query={query}>{({ sentence }) => say(sentence)}</Finding>
      </Sentence>
      <Removed writing={writing} />
      {isEmpty ? (
        <EmptyState title={t('noneTitle')} action={plan}>
          {t(manages ? 'noneDetail' : 'noneReader')}
        </EmptyState>
      ) : (
        <>
          {data && <Figures data={data} />}
          <CommitteePanel query={query} writing={writing} />
          <FollowedPanel query={query} writing={writing} />
        </>
      )}
      {data && data.gates.length > 0 && <GatesPanel query={query} />}
      {isPlanning && (
        <CommitteeForm
          committee={null}
          writing={writing}
          onDone={(id) => {
            setPlanning(false);
            if (id !== null) change({ committee: id });
          }}
        />
      )}
    </>
  );
}

function Figures({ data: { counts, committees, next, today } }: { data: Committees }) {
  const { t } = useTranslation('copil');
  const format = useFormat();
  const day = committees.find(({ id }) => id === next)?.heldOn;
  const asked = counts.asked === 0 ? 'askedNothing' : day === undefined ? 'askedNoDay' : 'askedPeople';
  const people = {
    asked: t(asked, { day: day === undefined ? '' : format.day(day, 'long') }),
    open: t('openPeople', { count: counts.open }),
    late: t('latePeople'),
    done: t('donePeople', { count: counts.dropped }),
  };
  return (
    <FigureRow>
      {(['asked', 'open', 'late', 'done'] as const).map((key) => (
        <Figure
          key={key}
          label={t(key)}
          value={format.number(counts[key])}
          people={people[key]}
          definition={t(`${key}Definition`)}
          upTo={today}
        />
      ))}
    </FigureRow>
  );
}
