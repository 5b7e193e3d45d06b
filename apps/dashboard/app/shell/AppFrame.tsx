import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BottomBar } from './BottomBar.js';
import { type Entry } from './navigation.js';
import { Rail } from './Rail.js';
import styles from './AppFrame.module.css';

const rememberedAs = 'essor.rail';

interface AppFrameProps {
  organization: string;
  entries: Entry[];
  banners: ReactNode;
  top: ReactNode;
  children: ReactNode;
}

/** Rail, top bar, page; the rail turns into a bottom bar on a phone. */
export function AppFrame({ organization, entries, banners, top, children }: AppFrameProps) {
  const { t } = useTranslation();
  const [folded, setFolded] = useState(() => localStorage.getItem(rememberedAs) === 'folded');
  const fold = (next: boolean) => {
    localStorage.setItem(rememberedAs, next ? 'folded' : 'open');
    setFolded(next);
  };
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <Rail organization={organization} entries={entries} folded={folded} onFold={fold} />
      <div className={styles.column}>
        {banners}
        {top}
        <main id="content" tabIndex={-1} className={styles.content}>
          {children}
        </main>
      </div>
      <BottomBar organization={organization} entries={entries} />
    </div>
  );
}
