import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { type Zone } from '#contract/communities.js';
import { type Exemplarity } from '#contract/exemplarity.js';
import { type LevelVoice, type Voice } from '#contract/voice.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { peopleText } from '../../ui/measured.js';
import { PageWeek } from '../../ui/page-week.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import styles from './exemplarity.module.css';
import { useLevelName } from './use-level-name.js';
import { useVoiceTable } from './use-voice-table.js';
import { VoiceThresholdsLine } from './VoiceThresholdsLine.js';

const zones = ['absent', 'occasional', 'present', 'omnipresent'] as const satisfies readonly Zone[];

/** Where managers stand between absent and omnipresent: group by group, level by level, and what it does to others. */
export function VoicePanel({ query }: { query: PanelQuery<Exemplarity> }) {
  const { t } = useTranslation('voice');
  const say = useSay();
  const table = useVoiceTable();
  return (
    <Panel
      query={query}
      title={({ voice }) => (voice ? say(voice.sentence) : t('voiceTitle'))}
      waitingTitle={t('voiceTitle')}
      subtitle={t('voiceSubtitle')}
      height={360}
      table={table}
      empty={({ voice }) => (voice ? null : <EmptyState title={t('voiceTitle')} />)}
    >
      {({ voice }) =>
        voice && (
          <div className={styles.voice}>
            <Zones counts={voice.zones} />
            {voice.levels.length > 0 && <Levels levels={voice.levels} />}
            <p>{say(voice.trend.sentence)}</p>
            <VoiceThresholdsLine voice={voice} />
          </div>
        )
      }
    </Panel>
  );
}

function Zones({ counts }: { counts: Voice['zones'] }) {
  const { t } = useTranslation('voice');
  const format = useFormat();
  const most = Math.max(1, ...Object.values(counts).map((count) => count ?? 0));
  return (
    <dl className={styles.zones} aria-label={t('zones')}>
      {([...zones, 'untold'] as const).map((zone) => {
        const count = counts[zone] ?? 0;
        return (
          <div key={zone} data-zone={zone}>
            <dt>{t(zone)}</dt>
            <dd>
              <span aria-hidden style={{ width: `${(count / most) * 100}%` }} />
              {t('groups', { count, n: format.number(count) })}
              {zone === 'untold' && count > 0 && <small>{t('untoldIs')}</small>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** One scale per level, with its place marked. */
function Levels({ levels }: { levels: LevelVoice[] }) {
  const { t } = useTranslation(['voice', 'ui']);
  const format = useFormat();
  const nameOf = useLevelName();
  const page = useContext(PageWeek);
  const between = (share: LevelVoice['share']) => {
    const told = { value: format.percent(share.value ?? 0), n: peopleText(share, format) };
    return share.low === null || share.high === null
      ? t('levelNoEnds', told)
      : t('levelBetweenEnds', { ...told, low: format.percent(share.low), high: format.percent(share.high) });
  };
  const shares = ({ share, firstReplies, writers, zone, weekEnd }: LevelVoice) => {
    if (share.value === null) return t('levelUntold');
    const parts = [
      t('levelShare', { share: between(share) }),
      t(writers ? 'levelWriters' : 'levelNoWriters', { n: writers && format.range(writers) }),
      firstReplies.value !== null && t('levelFirst', { first: between(firstReplies) }),
      zone === null && t('levelBetween'),
      weekEnd !== page && t('ui:asOf', { day: format.day(weekEnd, 'short') }),
    ];
    return parts.filter(Boolean).join(' · ');
  };
  return (
    <dl className={styles.dials} aria-label={t('levels')}>
      {levels.map((level) => (
        <div key={level.key}>
          <dt>{nameOf(level)}</dt>
          <dd>
            <span className={styles.dial}>
              {zones.map((zone) => (
                <span key={zone} data-zone={zone} data-here={level.zone === zone || undefined}>
                  {level.zone === zone ? t(zone) : <span className="essor-hidden" />}
                </span>
              ))}
            </span>
            <small>{shares(level)}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
