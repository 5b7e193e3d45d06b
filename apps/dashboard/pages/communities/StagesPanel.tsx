import { useTranslation } from 'react-i18next';
import { type Communities } from '#contract/communities.js';
import { isFew } from '../../format/count-phrase.js';
import { useFormat } from '../../i18n/use-format.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { RateBar } from '../../ui/RateBar.js';
import styles from './communities.module.css';

const rows = [
  ['K42.diffusion', 'diffusion', 'diffusionIs'],
  ['K42.community', 'community', 'communityIs'],
  ['K42.network', 'network', 'networkIs'],
  ['K44', 'readiness', null],
  ['K45', 'size', null],
] as const;

/** At which stage groups are, by who writes; then whether they were ready, and whether they are large enough. */
export function StagesPanel({ query }: { query: PanelQuery<Communities> }) {
  const { t } = useTranslation('communities');
  const format = useFormat();
  const words = ({ numerator, denominator, value }: Communities['figures'][string]) => {
    if (value === null || !numerator || !denominator) return '–';
    const counted = t('ofGroups', { part: format.range(numerator), whole: format.range(denominator) });
    const isBand = numerator.low < numerator.high;
    return isBand && isFew(denominator) ? counted : `${format.share(numerator, denominator)} · ${counted}`;
  };
  return (
    <Panel query={query} title={t('stagesTitle')} subtitle={t('stagesSubtitle')}>
      {({ figures }) => (
        <dl className={styles.stages}>
          {rows.map(([key, name, meaning]) => {
            const measured = figures[key];
            return (
              measured && (
                <div key={key}>
                  <dt>
                    {t(name)}
                    {meaning && <small>{t(meaning)}</small>}
                  </dt>
                  <dd>
                    <RateBar measured={measured}>{words(measured)}</RateBar>
                  </dd>
                </div>
              )
            );
          })}
        </dl>
      )}
    </Panel>
  );
}
