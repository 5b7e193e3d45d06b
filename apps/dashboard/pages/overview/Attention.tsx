import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Summary } from '#contract/summary.js';
import { useRights } from '../../api/rights.js';
import { Decisions } from '../../ui/Decisions.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';

/** What Synthèse says while there is no plan to be late on. */
const unplanned = new Set(['rollout.no_wave', 'rollout.active', 'rollout.no_directory']);

const shown = 3;

/** The first three things to decide; the diagnostic has the whole list. */
export function Attention({ query }: { query: PanelQuery<Summary> }) {
  const { t } = useTranslation('overview');
  // A sponsor opens no diagnostic.
  const { readsAll } = useRights();
  return (
    <Panel
      query={query}
      title={({ attention }) =>
        attention.length === 0 ? t('attentionTitle') : t('attentionFinding', { count: attention.length })
      }
      waitingTitle={t('attentionTitle')}
      caption={({ attention }) =>
        attention.length > shown ? t(readsAll ? 'attentionCaption' : 'attentionFirst', { n: attention.length }) : null
      }
      height={220}
      empty={({ attention, sentence }) =>
        attention.length === 0 &&
        (unplanned.has(sentence.key) ? (
          <EmptyState title={t('attentionUnknown')}>
            {t(sentence.key === 'rollout.no_directory' ? 'attentionNoDirectory' : 'attentionUnknownDetail')}
          </EmptyState>
        ) : (
          <EmptyState
            title={t('attentionNone')}
            icon={<IconCircleCheck size={28} stroke={1.5} color="var(--good)" aria-hidden />}
          >
            {t('attentionNoneDetail')}
          </EmptyState>
        ))
      }
    >
      {({ attention }) => <Decisions points={attention.slice(0, shown)} />}
    </Panel>
  );
}
