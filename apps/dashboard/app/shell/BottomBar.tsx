import { Menu, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Entry } from './navigation.js';
import styles from './BottomBar.module.css';

const places = 5;

/** The way around on a phone: five places, the rest under the last one. */
export function BottomBar({ organization, entries }: { organization: string; entries: Entry[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const shown = entries.length > places ? entries.slice(0, places - 1) : entries;
  const rest = entries.slice(shown.length);
  return (
    <nav className={styles.bar} aria-label={t('navigation')}>
      {shown.map(({ page, icon: Icon }) => (
        <Link
          key={page}
          to={`/o/$organization/${page}`}
          params={{ organization }}
          className={styles.entry}
          activeOptions={{ includeSearch: false }}
          activeProps={{ 'data-current': true }}
        >
          <Icon size={22} stroke={1.6} aria-hidden />
          <span>{t(page)}</span>
        </Link>
      ))}
      {rest.length > 0 && (
        <Menu position="top-end" width={220}>
          <Menu.Target>
            <UnstyledButton className={styles.entry}>
              <IconDots size={22} stroke={1.6} aria-hidden />
              <span>{t('more')}</span>
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map(({ page, icon: Icon }) => (
              <Menu.Item
                key={page}
                leftSection={<Icon size={18} stroke={1.6} />}
                onClick={() => void navigate({ to: `/o/$organization/${page}`, params: { organization } })}
              >
                {t(page)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </nav>
  );
}
