import { useTranslation } from 'react-i18next';
import { Preparation } from '#contract/preparation.js';
import { Rollout } from '#contract/rollout.js';
import { useOrganization } from '../../api/organization.js';
import { useReading } from '../../api/reading.js';
import { useRights } from '../../api/rights.js';
import { useFilters } from '../../app/filters.js';
import { PlanPanel } from '../../charts/PlanPanel.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { Finding } from '../../ui/Finding.js';
import { NoRollout } from '../../ui/NoRollout.js';
import { isBetween } from '../../ui/measured.js';
import { ReadingLevel } from '../../ui/ReadingLevel.js';
import { Sentence } from '../../ui/Sentence.js';
import { isOverdue } from '#domain/rollout/wave-verdict.js';
import { ChoicePanel } from './ChoicePanel.js';
import { ForecastPanel } from './ForecastPanel.js';
import { FunnelPanel } from './FunnelPanel.js';
import { GatePanel } from './GatePanel.js';
import { ProfilesPanel } from './ProfilesPanel.js';
import { ProjectsPanel } from './ProjectsPanel.js';
import { RolloutNumbers } from './RolloutNumbers.js';
import { SitesPanel } from './SitesPanel.js';
import { TargetsPanel } from './TargetsPanel.js';
import { TimelinePanel } from './TimelinePanel.js';

/** Are we on time: plan against actual, the way into use, and every place. */
export default function RolloutPage() {
  const { t } = useTranslation(['rollout', 'shell', 'entities', 'forecast', 'gate', 'plan', 'preparation']);
  const say = useSay();
  const { language } = useFormat();
  const [{ week }] = useFilters();
  const rollout = useReading('rollout', Rollout, { week });
  const { prepares, readsAll: mayRead } = useRights();
  const preparation = useReading('rollout/preparation', Preparation, {}, prepares);
  const { data: organization } = useOrganization();
  const { data } = rollout;
  const overdue = (data?.waves ?? []).filter(isOverdue).map(({ name }) => name);
  const missing = data && (data.week === null ? 'week' : data.waves.length === 0 ? 'wave' : null);
  const names = new Intl.ListFormat(language).format(overdue);

  return (
    <>
      <Sentence
        page={t('shell:rollout')}
        pdf={{ board: 'rollout', filters: { week } }}
        detail={overdue.length > 0 && t('overdueWaves', { names })}
        actions={<ReadingLevel />}
      >
        <Finding query={rollout}>{({ sentence }) => say(sentence)}</Finding>
      </Sentence>
      {missing ? (
        <NoRollout missing={missing} />
      ) : (
        <>
          {!rollout.error && <RolloutNumbers rollout={data} />}
          <TimelinePanel query={rollout} />
          <PlanPanel
            query={{ ...rollout, data: data && { week: data.week, curve: data.total?.curve ?? [] } }}
            annotations={organization?.annotations}
            people={data?.total?.activation.n ?? null}
            isAbout={isBetween(data?.total?.activation)}
          />
          <TargetsPanel />
          <ForecastPanel query={rollout} />
          {prepares && <GatePanel week={week} />}
          <FunnelPanel query={rollout} />
          {mayRead && <ProfilesPanel />}
          <SitesPanel query={rollout} />
        </>
      )}
      {prepares && <ProjectsPanel query={preparation} />}
      {prepares && <ChoicePanel query={preparation} />}
    </>
  );
}
