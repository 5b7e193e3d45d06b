import { Button, Menu, Select, UnstyledButton } from '@mantine/core';
import { IconCheck, IconLayoutColumns, IconPlus, IconSelector } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Day } from '../../format/iso-week.js';
import { useFormat } from '../../i18n/use-format.js';
import styles from './TopBar.module.css';

export interface Choice {
  value: string;
  label: string;
}

interface TopBarProps {
  /** Whose page it is, where no rail says so. */
  brand?: ReactNode;
  organization: Choice;
  organizations: Choice[];
  onOrganization: (slug: string) => void;
  /** All side by side; absent where there is one. */
  onClients?: (() => void) | undefined;
  /** Absent for those who may not found one. */
  onNewOrganization?: (() => void) | undefined;
  /** Where the figures may be read; the picker is absent when there is nothing to choose. */
  scopes: Choice[];
  scope: string | null;
  onScope: (scope: string | undefined) => void;
  /** The last published day and when it was computed; null before the first publication, undefined while not known. */
  freshness: { upTo: Day; computedAt: Date } | null | undefined;
  /** The Sunday of a week that was published since the page was read; null = none. */
  news: Day | null;
  onNews: () => void;
  period: ReactNode;
  compare: ReactNode;
  find: ReactNode;
  account: ReactNode;
}

type MenuProps = Pick<
  TopBarProps,
  'organization' | 'organizations' | 'onOrganization' | 'onClients' | 'onNewOrganization'
>;

function OrganizationMenu({ organization, organizations, onOrganization, ...menu }: MenuProps) {
  const { onClients, onNewOrganization } = menu;
  const { t } = useTranslation();
  if (organizations.length <= 1 && !onNewOrganization) {
    return (
      <span className={styles.organization}>
        <span>{organization.label}</span>
      </span>
    );
  }
  return (
    <Menu width={260} position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={styles.organization} aria-label={`${t('organization')}, ${organization.label}`}>
          <span>{organization.label}</span>
          <IconSelector size={16} stroke={1.6} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {organizations.map(({ value, label }) => (
          <Menu.Item
            key={value}
            rightSection={value === organization.value ? <IconCheck size={16} /> : null}
            onClick={() => onOrganization(value)}
          >
            {label}
          </Menu.Item>
        ))}
        {onClients && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconLayoutColumns size={16} stroke={1.6} />} onClick={onClients}>
              {t('clients')}
            </Menu.Item>
          </>
        )}
        {onNewOrganization && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconPlus size={16} stroke={1.6} />} onClick={onNewOrganization}>
              {t('newOrganization')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What is being read: whose figures, where, when, and how fresh. */
export function TopBar({ organization, scopes, scope, onScope, ...bar }: TopBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { freshness } = bar;
  return (
    <header className={styles.bar}>
      {bar.brand}
      <OrganizationMenu organization={organization} {...bar} />
      {scopes.length > 0 && (
        <Select
          className={styles.scope}
          aria-label={t('scope')}
          size="xs"
          searchable
          clearable
          placeholder={t('wholeOrganization')}
          data={scopes}
          value={scope}
          limit={80}
          onChange={(value) => onScope(value ?? undefined)}
          comboboxProps={{ width: 320, position: 'bottom-start' }}
        />
      )}
      {bar.period}
      {bar.compare}
      <p className={styles.freshness}>
        {bar.news !== null ? (
          <Button size="compact-sm" variant="light" onClick={bar.onNews}>
            {t('news', { day: format.day(bar.news, 'short') })}
          </Button>
        ) : freshness ? (
          <>
            <span>{t('freshness', { day: format.day(freshness.upTo) })}</span>
            <span className={styles.computed}>
              {t('computed', { ago: format.ago(freshness.computedAt, new Date()) })}
            </span>
          </>
        ) : (
          freshness === null && <span>{t('notComputed')}</span>
        )}
      </p>
      <div className={styles.tools}>{bar.find}</div>
      {bar.account}
    </header>
  );
}
