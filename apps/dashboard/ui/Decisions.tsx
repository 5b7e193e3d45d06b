import { Link } from '@tanstack/react-router';
import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type PointOfAttention } from '#contract/summary.js';
import { useRights } from '../api/rights.js';
import { useOrganizationSlug } from '../app/filters.js';
import { useSay } from '../i18n/use-say.js';
import styles from './Decisions.module.css';

interface DecisionsProps {
  points: readonly PointOfAttention[];
  /** Shown on the page of the errors themselves: no link leads there. */
  onDiagnostic?: boolean;
}

/** Points to decide, in the order of their list, each one click from its detail. */
export function Decisions({ points, onDiagnostic = false }: DecisionsProps) {
  return (
    <ol className={styles.points}>
      {points.map((point) => (
        <li key={`${point.key}${point.node ?? point.wave ?? point.check ?? ''}`}>
          <Point point={onDiagnostic ? { ...point, check: undefined } : point} />
        </li>
      ))}
    </ol>
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
  if (point.check)
    return (
      <Link className={styles.point} to="/o/$organization/diagnostic" params={{ organization }}>
        {content(t('attentionOpenCheck'))}
      </Link>
    );
  if (point.key === 'attention.uncovered' && !point.node)
    return (
      <Link className={styles.point} to="/o/$organization/ambassadors" params={{ organization }}>
        {content(t('attentionOpenAmbassadors'))}
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
