import { useTranslation } from 'react-i18next';
import { explainedSites, siteView, type SiteView } from '#domain/purpose/site-view.js';
import { countPhrase } from '#domain/sentences/count-phrase.js';
import { useFormat } from '../../i18n/use-format.js';
import { loaded, Panel } from '../../ui/Panel.js';
import styles from './privacy.module.css';

/** What holds wherever people are real, unless an organisation is stricter. */
export const usual = { k: 10, bands: true };

/** The first thing that an employee reads: nothing of them is seen, and exactly what is. */
export function NothingOfYou({ rules }: { rules: { k: number; bands: boolean } }) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  return (
    <Panel query={loaded(null)} title={t('nothingTitle')} subtitle={t('nothingSubtitle')} caption={t('neverTitle')}>
      {() => (
        <>
          <p>{t('nothingHow')}</p>
          <ul className={styles.sites}>
            {explainedSites.map((people) => (
              <li key={people}>
                <h3>{t('siteOf', { n: format.number(people) })}</h3>
                <Shown view={siteView(people, rules)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function Shown({ view: { people, published } }: { view: SiteView }) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  if (published === null) return <p>{t('siteAlone')}</p>;
  const [low, high] = published;
  const phrase = countPhrase({ low, high }, { low: people, high: people }, format.language);
  return (
    <>
      <p>{t('siteReads', { phrase })}</p>
      <p>{high > low ? t('siteBand', { n: format.number(high - low + 1) }) : t('siteExact')}</p>
    </>
  );
}
