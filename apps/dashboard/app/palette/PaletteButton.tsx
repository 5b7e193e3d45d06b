import { Kbd, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Entry } from '../shell/navigation.js';
import styles from '../shell/TopBar.module.css';

const Palette = lazy(() => import('./Palette.js'));

const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);

/** Opens the palette, as Ctrl K (⌘ K) does wherever the focus is. */
export function PaletteButton({ organization, entries }: { organization: string; entries: Entry[] }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  useHotkeys([['mod+K', () => setOpen(true)]], []);
  return (
    <>
      <UnstyledButton
        className={styles.find}
        aria-label={`${t('find')}, ${t('palette')}`}
        aria-haspopup="dialog"
        aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
        onClick={() => setOpen(true)}
      >
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <span className={styles.findWord}>{t('find')}</span>
        <Kbd className={styles.findKey} aria-hidden>
          {isMac ? '⌘ K' : 'Ctrl K'}
        </Kbd>
      </UnstyledButton>
      {isOpen && (
        <Suspense>
          <Palette organization={organization} entries={entries} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
