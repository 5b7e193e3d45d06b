import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Organization } from '#contract/organization.js';
import { Quality } from '#contract/quality.js';
import { useReading } from '../../api/reading.js';
import { useFormat } from '../../i18n/use-format.js';
import { Panel } from '../../ui/Panel.js';
import { placeOfWord } from '../../ui/use-held-back.js';
import { type Known } from './finding.js';
import { isPlaced } from './first-steps.js';
import { Refusal } from './Refusal.js';
import styles from './sources.module.css';
import { useFirstWord } from './use-first-word.js';
import { whatIsIn, whyToWait } from './what-is-in.js';

interface Props {
  known: Known;
  organization: Organization;
}

/** What is in so far, and the button that says that it is everything: nothing is published before. */
export function FirstWordPanel({ known, organization }: Props) {
  const { t } = useTranslation('first-word');
  const quality = useReading('quality', Quality);
  const place = useRef<HTMLDivElement>(null);
  // Who comes by the link of another page comes before it is there.
  useEffect(() => {
    if (window.location.hash === `#${placeOfWord}`) void place.current?.scrollIntoView();
  }, []);
  return (
    <div ref={place} id={placeOfWord} className={styles.anchor}>
      <Panel query={quality} title={t('title')} subtitle={t('subtitle')} height={160}>
        {(told) => {
          const wait = whyToWait(known, quality.isFetching);
          return (
            <div className={styles.proposal}>
              {/* What lags behind says nothing beside a button that nobody can take back. */}
              {wait ? (
                <p role="status">{t(wait)}</p>
              ) : (
                <Inventory known={known} quality={told} organization={organization} />
              )}
              <Word isReady={wait === null} k={organization.k} />
            </div>
          );
        }}
      </Panel>
    </div>
  );
}

function Inventory({ known, quality, organization }: Props & { quality: Quality }) {
  const { t } = useTranslation('first-word');
  const format = useFormat();
  const { sources, weeks, people, strangers } = whatIsIn(known, quality, format.language);
  const days = (from: string, to: string) => ({ from: format.day(from, 'long'), to: format.day(to, 'long') });
  const placed = isPlaced(known, organization);
  const counted = (count: number) => ({ count, n: format.number(count) });
  const others = strangers && strangers.high > 0 ? strangers : null;
  return (
    <ul className={styles.inventory}>
      {sources.map(({ name, from, to }) => (
        <li key={name}>{t('source', { name, ...days(from, to) })}</li>
      ))}
      <li>{weeks ? t('weeks', { ...counted(weeks.count), ...days(weeks.from, weeks.to) }) : t('noWeek')}</li>
      <li data-attention={!placed || undefined}>
        {!placed ? t('noDirectory') : people === null ? t('directory') : t('directoryOf', counted(people))}
      </li>
      {others && (
        <li>
          {others.low === others.high
            ? t(placed ? 'strangers' : 'accounts', counted(others.low))
            : t(placed ? 'strangersFew' : 'accountsFew', { k: format.number(organization.k) })}
        </li>
      )}
    </ul>
  );
}

function Word({ isReady, k }: { isReady: boolean; k: number }) {
  const { t } = useTranslation('first-word');
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const word = useFirstWord();
  return (
    <>
      {!asking && (
        <Button disabled={!isReady} onClick={() => setAsking(true)}>
          {t('say')}
        </Button>
      )}
      {asking && (
        <div className={styles.confirm} role="group" aria-label={t('say')}>
          <span role="status">{t('means', { k: format.number(k) })}</span>
          <Button size="compact-sm" loading={word.isPending} disabled={!isReady} onClick={() => word.mutate()}>
            {t('yes')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => setAsking(false)}>
            {t('no')}
          </Button>
        </div>
      )}
      <Refusal error={word.error} />
    </>
  );
}
