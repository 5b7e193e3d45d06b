import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconDevicesOff,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '#domain/sentences/language.js';
import { chooseLanguage } from '../../i18n/start.js';
import { useFormat } from '../../i18n/use-format.js';
import styles from './TopBar.module.css';

const schemes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const;

const initialsOf = (name: string) =>
  name
    .split(/[\s.@-]+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

interface AccountMenuProps {
  name: string;
  email: string;
  onLanguage: (language: Language) => void;
  onAccount: () => void;
  onSignOut: () => void;
  onSignOutEverywhere: () => void;
}

/** Who is signed in, and how the screens look and speak to them. */
export function AccountMenu({ name, email, onLanguage, onAccount, onSignOut, onSignOutEverywhere }: AccountMenuProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const tick = <IconCheck size={16} aria-hidden />;
  return (
    <Menu width={232} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton className={styles.avatar}>
          {initialsOf(name)}
          <span className="essor-hidden">{`, ${t('account')}, ${name}`}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <strong>{name}</strong>
          {email !== name && <span>{email}</span>}
        </div>
        <Menu.Divider />
        <Menu.Label>{t('language')}</Menu.Label>
        {languages.map((each) => (
          <Menu.Item
            key={each}
            lang={each}
            aria-current={each === language || undefined}
            rightSection={each === language ? tick : null}
            onClick={() => {
              void chooseLanguage(each);
              onLanguage(each);
            }}
          >
            {t(each === 'fr' ? 'french' : 'english')}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('theme')}</Menu.Label>
        {schemes.map(([scheme, Icon]) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} stroke={1.6} />}
            aria-current={scheme === colorScheme || undefined}
            rightSection={scheme === colorScheme ? tick : null}
            onClick={() => setColorScheme(scheme)}
          >
            {t(scheme)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item closeMenuOnClick leftSection={<IconUserCircle size={16} stroke={1.6} />} onClick={onAccount}>
          {t('ownAccount')}
        </Menu.Item>
        <Menu.Item closeMenuOnClick leftSection={<IconLogout size={16} stroke={1.6} />} onClick={onSignOut}>
          {t('signOut')}
        </Menu.Item>
        <Menu.Item
          closeMenuOnClick
          leftSection={<IconDevicesOff size={16} stroke={1.6} />}
          onClick={onSignOutEverywhere}
        >
          {t('signOutEverywhere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
