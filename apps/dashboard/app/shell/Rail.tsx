import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Logo } from './Logo.js';
import { type Entry, groups } from './navigation.js';
import styles from './Rail.module.css';

interface RailProps {
  organization: string;
  entries: Entry[];
  folded: boolean;
  onFold: (folded: boolean) => void;
}

/** The way around, in three groups; folds to its icons. */
export function Rail({ organization, entries, folded, onFold }: RailProps) {
  const { t } = useTranslation();
  return (
    <aside className={styles.rail} data-folded={folded || undefined}>
      <Link to="/" className={styles.brand} aria-label={t('product')}>
        <Logo />
        <span className={styles.word}>{t('product')}</span>
      </Link>
      <nav aria-label={t('navigation')} className={styles.groups}>
        {groups.map((group) => {
          const inGroup = entries.filter((entry) => entry.group === group);
          if (inGroup.length === 0) return null;
          return (
            <section key={group}>
              <h2 className={styles.group}>{t(group)}</h2>
              <ul className={styles.list}>
                {inGroup.map(({ page, icon: Icon }) => (
                  <li key={page}>
                    <Tooltip label={t(page)} position="right" disabled={!folded}>
                      <Link
                        to={`/o/$organization/${page}`}
                        params={{ organization }}
                        className={styles.entry}
                        activeOptions={{ includeSearch: false }}
                        activeProps={{ 'data-current': true }}
                      >
                        <Icon size={20} stroke={1.6} aria-hidden />
                        <span className={styles.word}>{t(page)}</span>
                      </Link>
                    </Tooltip>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </nav>
      <UnstyledButton
        className={styles.entry}
        onClick={() => onFold(!folded)}
        aria-expanded={!folded}
        aria-label={t(folded ? 'unfold' : 'fold')}
      >
        {folded ? (
          <IconLayoutSidebarLeftExpand size={20} stroke={1.6} />
        ) : (
          <IconLayoutSidebarLeftCollapse size={20} stroke={1.6} />
        )}
        <span className={styles.word}>{t(folded ? 'unfold' : 'fold')}</span>
      </UnstyledButton>
    </aside>
  );
}
