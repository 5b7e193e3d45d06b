import { useTranslation } from 'react-i18next';
import { type Usage } from '#contract/usage.js';
import { noteTexts } from '#domain/indicators/notes.js';
import { FunnelBars } from '../../charts/FunnelBars.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { ladderBars } from './ladder-bars.js';

/** From the people planned to those who come back week after week. */
export function LadderPanel({ query }: { query: PanelQuery<Usage> }) {
  const { t } = useTranslation('usage');
  const { t: ui } = useTranslation('ui');
  const format = useFormat();
  const reasons = ({ steps }: NonNullable<Usage['ladder']>) =>
    steps.flatMap(({ key, note }) =>
      note ? t('stepUntold', { step: t(`step_${key}`), why: format.say(noteTexts[note]) }) : [],
    );
  const finding = ({ planned, steps }: NonNullable<Usage['ladder']>) => {
    const of = (wanted: string) => steps.find(({ key }) => key === wanted)?.people;
    const [engaged, habitual] = [of('engaged'), of('habitual')];
    if (!planned || !engaged || !habitual) return null;
    const [all, ever, often] = [planned, engaged, habitual].map((people) => format.range(people));
    return t('ladderFinding', { planned: all, engaged: ever, habitual: often });
  };
  return (
    <Panel
      query={query}
      title={({ ladder }) => (ladder && finding(ladder)) ?? t('ladderTitle')}
      waitingTitle={t('ladderTitle')}
      subtitle={t('ladderSubtitle')}
      caption={({ ladder }) => ladder && [t('ladderCaption'), ...reasons(ladder)].join(' ')}
      height={312}
      empty={({ ladder }) =>
        ladder === null ? <EmptyState title={t('ladderNone')}>{t('ladderNoneDetail')}</EmptyState> : null
      }
    >
      {({ ladder }) => (
        <FunnelBars
          label={t('ladderTitle')}
          bars={ladderBars(ladder!).map(({ key, people, note, share, ofPrevious, isAbout, isAboutPrevious }) => ({
            ...{ key, name: t(`step_${key}`), share },
            people: people ? format.range(people) : note ? ui('unmeasurable') : t('grouped'),
            ...(share === null ? {} : { percent: format.about(format.percent(share), isAbout) }),
            ...(ofPrevious === null ? {} : { ofPrevious: format.about(format.percent(ofPrevious), isAboutPrevious) }),
          }))}
        />
      )}
    </Panel>
  );
}
