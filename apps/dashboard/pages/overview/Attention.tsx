import { Link } from '@tanstack/react-router';
import { IconAlertTriangle, IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type PointOfAttention, type Summary } from '#contract/summary.js';
import { useRights } from '../../api/rights.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { useSay } from '../../i18n/use-say.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import styles from './Attention.module.css';

/** What Synthèse says while there is no plan to be late on. */
const unplanned = new Set(['rollout.no_wave', 'rollout.active', 'rollout.no_directory']);

/** At most three things to decide, each one click from its detail. */
export function Attention({ query }: { query: PanelQuery<Summary> }) {
  const { t } = useTranslation('overview');
  return (
    <Panel
      query={query}
      title={({ attention }) =>
        attention.length === 0 ? t('attentionTitle') : t('attentionFinding', { count: attention.length })
      }
      waitingTitle={t('attentionTitle')}
      caption={({ attention }) => (attention.length > 0 ? t('attentionCaption') : null)}
      height={220}
      empty={({ attention, sentence }) =>
        attention.length === 0 &&
        (unplanned.has(sentence.key) ? (
          <EmptyState title={t('attentionUnknown')}>{t('attentionUnknownDetail')}</EmptyState>
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
      {({ attention }) => (
        <ol className={styles.points}>
          {attention.map((point) => (
            <li key={`${point.key}${point.node ?? point.wave ?? ''}`}>
              <Point point={point} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Point({ point }: { point: PointOfAttention }) {
  const { t } = useTranslation('overview');
  const say = useSay();
  const organization = useOrganizationSlug();
  const { readsPlaces: maySeeEntities } = useRights();
  const content = (label?: string) => (
    <>
      <IconAlertTriangle size={18} stroke={1.7} aria-hidden className={styles.icon} />
      <span>
        {say(point)}
        {label && (
          <span className={styles.go}>
            {label} <IconChevronRight size={14} aria-hidden />
          </span>
        )}
      </span>
    </>
  );
  if (point.wave)
    return (
      <Link className={styles.point} to="/o/$organization/rollout" params={{ organization }}>
        {content(t('attentionOpenWave'))}
      </Link>
    );
  if (point.node && maySeeEntities)
    return (
      <Link
        className={styles.point}
        to="/o/$organization/entities/$entity"
        params={{ organization, entity: point.node }}
      >
        {content(t('attentionOpenPlace'))}
      </Link>
    );
  return <div className={styles.point}>{content()}</div>;
}
