import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganizationSlug } from '../../app/filters.js';
import { Finding } from '../../ui/Finding.js';
import { type PanelQuery } from '../../ui/Panel.js';
import styles from './discover.module.css';

interface CardProps<T> {
  page: 'overview' | 'follow-up' | 'comparisons' | 'exemplarity' | 'animation';
  question: string;
  /** What is worth a look there. */
  look: string;
  query: PanelQuery<T>;
  /** The finding of that page, as it stands there. */
  children: (data: T) => ReactNode;
}

/** A question, its answer of this week, and the page that gives it. */
export function Card<T>({ page, question, look, query, children }: CardProps<T>): ReactNode {
  const { t } = useTranslation('shell');
  const organization = useOrganizationSlug();
  return (
    <li className={styles.card}>
      <h2 className={styles.question}>{question}</h2>
      <p className={styles.answer}>
        <Finding query={query}>{children}</Finding>
      </p>
      <p className={styles.look}>{look}</p>
      {/* Where the answer was read: of everything, in the last week. */}
      <Link
        to={`/o/$organization/${page}`}
        params={{ organization }}
        search={{ week: undefined, window: undefined, scope: undefined }}
        className={styles.open}
      >
        {t(page)}
        <IconArrowRight size={16} stroke={1.8} aria-hidden />
      </Link>
    </li>
  );
}
