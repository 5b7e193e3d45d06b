import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Sentence } from '../../ui/Sentence.js';
import { NothingOfYou, usual } from './NothingOfYou.js';
import styles from './privacy.module.css';
import { WhatIsKept } from './WhatIsKept.js';

/** For any employee: what is collected and what is shown, without a figure of any organisation. */
export function PublicPrivacyPage() {
  return (
    <Suspense>
      <Told />
    </Suspense>
  );
}

function Told() {
  const { t } = useTranslation('privacy');
  return (
    <main className={styles.public}>
      <Sentence page={t('publicTitle')}>{t('detail')}</Sentence>
      <NothingOfYou rules={usual} />
      <WhatIsKept />
    </main>
  );
}
