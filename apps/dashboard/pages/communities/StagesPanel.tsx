import { useTranslation } from 'react-i18next';
import { type Communities } from '#contract/communities.js';
import { isFew } from '#domain/sentences/count-phrase.js';
import { useFormat } from '../../i18n/use-format.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { RateBar } from '../../ui/RateBar.js';
import styles from './communities.module.css';

/** By who is known to belong to a group: its members, or where nobody says who joined, those who took part. */
const meanings = {
  members: { diffusion: 'diffusionIs', community: 'communityIs', network: 'networkIs' },
  participants: { diffusion: 'diffusionOfActive', community: 'communityOfActive', network: 'networkIs' },
} as const;

const rows = [
  ['K42.diffusion', 'diffusion', 'diffusion'],
  ['K42.community', 'community', 'community'],
  ['K42.network', 'network', 'network'],
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
  const waiting = t(query.data?.joiningsTold === false ? 'stagesOfActive' : 'stagesTitle');
  const title = ({ figures, joiningsTold }: Communities) => {
    const stage = commonest(figures);
    if (!stage) return waiting;
    const found = figures[`K42.${stage}`];
    if (!found?.numerator || !found.denominator || isFew(found.denominator)) return waiting;
    const share = format.share(found.numerator, found.denominator);
    return t(`stagesFound_${stage}`, { share, who: t(joiningsTold ? 'whoMembers' : 'whoParticipants') });
  };
  return (
    <Panel
      query={query}
      title={title}
      waitingTitle={waiting}
      subtitle={t(query.data?.joiningsTold === false ? 'stagesOfActiveSubtitle' : 'stagesSubtitle')}
    >
      {({ figures, joiningsTold }) => (
        <dl className={styles.stages}>
          {rows.map(([key, name, meaning]) => {
            const measured = figures[key];
            return (
              measured && (
                <div key={key}>
                  <dt>
                    {t(name)}
                    {meaning && <small>{t(meanings[joiningsTold ? 'members' : 'participants'][meaning])}</small>}
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

/** The stage of most groups, where what is published leaves no doubt which it is. */
function commonest(figures: Communities['figures']) {
  const ends = (['diffusion', 'community', 'network'] as const).flatMap((stage) => {
    const counted = figures[`K42.${stage}`]?.numerator;
    return counted ? [{ stage, ...counted }] : [];
  });
  return ends.find((one) => ends.every((other) => other === one || one.low > other.high))?.stage;
}
