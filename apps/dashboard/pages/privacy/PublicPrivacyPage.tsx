import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { usePublicRules } from '../../api/public-rules.js';
import { useFormat } from '../../i18n/use-format.js';
import { Sentence } from '../../ui/Sentence.js';
import { NothingOfYou } from './NothingOfYou.js';
import styles from './privacy.module.css';
import { WhatIsKept } from './WhatIsKept.js';

/** For any employee: what is collected and what is shown, by the rules of their organisation and without a figure of it. */
export function PublicPrivacyPage() {
  return (
    <Suspense>
      <Told />
    </Suspense>
  );
}

function Told() {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const rules = usePublicRules();
  const least = t('groupSay', { n: format.number(rules.k), count: rules.k });
  return (
    <main className={styles.public}>
      <Sentence
        page={t('publicTitle')}
        detail={
          rules.closedWith === null ? least : `${least}. ${t('groupClosed', { n: format.number(rules.closedWith) })}`
        }
      >
        {t('detail')}
      </Sentence>
      <NothingOfYou rules={rules} />
      <WhatIsKept rawMonths={rules.rawMonths} />
    </main>
  );
}
