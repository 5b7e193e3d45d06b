import { Button } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Pulls } from '#contract/pulls.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { PullForm } from './PullForm.js';
import { PullRow } from './PullRow.js';
import styles from './sources.module.css';

/** Networks that are asked at regular intervals, and how each fares. */
export function PullPanel({ query }: { query: PanelQuery<Pulls> }): ReactNode {
  const { t } = useTranslation('pulls');
  const [connecting, setConnecting] = useState(false);
  const connect = !connecting && (
    <Button size="xs" leftSection={<IconPlugConnected size={14} stroke={1.7} />} onClick={() => setConnecting(true)}>
      {t('connect')}
    </Button>
  );
  return (
    <Panel
      query={query}
      title={t('title')}
      subtitle={t('subtitle')}
      height={120}
      actions={query.data && query.data.pulls.length > 0 && connect}
    >
      {({ pulls }) => (
        <>
          {connecting && <PullForm onDone={() => setConnecting(false)} />}
          {pulls.length === 0 && !connecting && (
            <EmptyState title={t('emptyTitle')} action={connect}>
              {t('emptyDetail')}
            </EmptyState>
          )}
          <ul className={styles.sources}>
            {pulls.map((pull) => (
              <PullRow key={pull.source} pull={pull} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
