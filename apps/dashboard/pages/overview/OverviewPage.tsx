import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Rollout } from '#contract/rollout.js';
import { Summary } from '#contract/summary.js';
import { useOrganization } from '../../api/organization.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { PlanPanel } from '../../charts/PlanPanel.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { Columns } from '../../ui/Columns.js';
import { Finding } from '../../ui/Finding.js';
import { NoRollout } from '../../ui/NoRollout.js';
import { isBetween } from '../../ui/measured.js';
import { ReadingLevel } from '../../ui/ReadingLevel.js';
import { nextOpening } from '#domain/rollout/wave-verdict.js';
import { Sentence } from '../../ui/Sentence.js';
import { useNextWeek } from '../../ui/use-next-week.js';
import { Attention } from './Attention.js';
import { HouseActivePanel } from './HouseActivePanel.js';
import { Numbers } from './Numbers.js';
import styles from './OverviewPage.module.css';
import { WavesPanel } from './WavesPanel.js';

/** Where are we, and what is there to decide: one page, four numbers. */
export default function OverviewPage() {
  const { t } = useTranslation(['overview', 'shell', 'plan']);
  const say = useSay();
  const format = useFormat();
  const [{ week }] = useFilters();
  const summary = useReading('summary', Summary, { week });
  const rollout = useReading('rollout', Rollout, { week });
  const { data: organization } = useOrganization();
  const soon = useNextWeek();
  const at = summary.data?.week ?? null;
  const next = organization && at !== null ? nextOpening(organization.waves, at) : undefined;
  const empty = summary.data !== undefined && at === null;

  return (
    <>
      <Sentence
        page={t('shell:overview')}
        pdf={{ board: 'summary', filters: { week } }}
        detail={[
          next && t('nextOpening', { name: next.name, day: format.day(next.plannedStart, 'long') }),
          // Of an older week that is read again nobody asks for the next.
          week === undefined && soon?.hasBegun && soon.says,
        ]
          .filter(Boolean)
          .join(' ')}
        actions={
          <div className={styles.actions}>
            <Button
              className={styles.print}
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconPrinter size={16} stroke={1.6} />}
              onClick={() => window.print()}
            >
              {t('print')}
            </Button>
            <ReadingLevel />
          </div>
        }
      >
        <Finding query={summary}>{(data) => say(data.sentence)}</Finding>
      </Sentence>
      {empty ? (
        <NoRollout missing="week" />
      ) : (
        <>
          {!summary.error && <Numbers summary={summary.data} />}
          <Columns wide>
            <PlanPanel
              query={summary}
              annotations={organization?.annotations}
              people={activationOf(summary.data)?.n ?? null}
              isAbout={isBetween(activationOf(summary.data))}
            />
            <Attention query={summary} />
          </Columns>
          <HouseActivePanel summary={summary.data} />
          {/* Without waves the panel of the plan says so: once is enough. */}
          {rollout.data?.waves.length !== 0 && <WavesPanel query={rollout} />}
        </>
      )}
    </>
  );
}

const activationOf = (summary: Summary | undefined) => summary?.numbers.find(({ key }) => key === 'K08')?.now;
