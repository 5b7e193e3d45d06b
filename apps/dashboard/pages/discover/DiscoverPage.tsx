import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Animation } from '#contract/animation.js';
import { Comparison } from '#contract/comparison.js';
import { Exemplarity } from '#contract/exemplarity.js';
import { FollowUp } from '#contract/follow-up.js';
import { Summary } from '#contract/summary.js';
import { useReading } from '../../api/reading.js';
import { useSay } from '../../i18n/use-say.js';
import { Sentence } from '../../ui/Sentence.js';
import { Card } from './Card.js';
import styles from './discover.module.css';

/** Five questions that the invented organisation answers, each by the page that does: what Essor is for, in five minutes. */
export default function DiscoverPage(): ReactNode {
  const { t } = useTranslation('discover');
  const say = useSay();
  const summary = useReading('summary', Summary);
  const followUp = useReading('follow-up', FollowUp);
  const exemplarity = useReading('exemplarity', Exemplarity);
  const animation = useReading('animation', Animation);
  const comparison = useReading('comparison', Comparison, { indicator: 'K20' });
  return (
    <>
      <Sentence page={t('title')} detail={t('detail')}>
        {t('finding')}
      </Sentence>
      <ol className={styles.cards}>
        <Card page="overview" question={t('late')} look={t('lateLook')} query={summary}>
          {({ sentence }) => say(sentence)}
        </Card>
        <Card page="follow-up" question={t('call')} look={t('callLook')} query={followUp}>
          {({ sentence }) => say(sentence)}
        </Card>
        <Card page="comparisons" question={t('pilot')} look={t('pilotLook')} query={comparison}>
          {({ observed, reach, latest }) => (latest ? `${say(observed)} ${say(reach)}` : say(observed))}
        </Card>
        <Card page="exemplarity" question={t('managers')} look={t('managersLook')} query={exemplarity}>
          {({ sentence }) => say(sentence)}
        </Card>
        <Card page="animation" question={t('works')} look={t('worksLook')} query={animation}>
          {({ sentence }) => say(sentence)}
        </Card>
      </ol>
    </>
  );
}
