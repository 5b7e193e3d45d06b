import { AlignedChart } from '../charts/AlignedChart.js';
import { FunnelBars } from '../charts/FunnelBars.js';
import { TimeChart } from '../charts/TimeChart.js';
import { useFormat } from '../i18n/use-format.js';
import { Columns } from '../ui/Columns.js';
import { loaded, Panel } from '../ui/Panel.js';
import { waveColour } from '../ui/wave-colour.js';
import { sinceLaunch, straight, takeOff } from './samples.js';

/** Charts over time with invented figures, to be looked at. */
export function LineSamples() {
  const format = useFormat();
  const percent = (value: number) => format.percent(value);
  const series = [
    { key: 'plan', name: 'Prévu', role: 'plan' as const, points: straight(30, 0.8) },
    { key: 'ours', name: 'Activés', role: 'ours' as const, points: takeOff(30, 0.72, 14, 20) },
  ];
  return (
    <>
      <Panel
        query={loaded(series)}
        title="Le déploiement a rattrapé son plan en octobre"
        subtitle="Personnes activées, en % des personnes prévues, cumul"
        caption="n = 8 300 personnes prévues. Bande : intervalle à 95 %. Aucune mesure entre le 14 et le 27 septembre."
        table={() => ({
          columns: [
            {
              key: 'week',
              label: 'Semaine',
              value: (point: { weekEnd: string; value: number | null }) => point.weekEnd,
            },
            {
              key: 'value',
              label: 'Activés',
              numeric: true,
              value: (point) => point.value,
              cell: (point) => (point.value === null ? '–' : percent(point.value)),
            },
          ],
          rows: series[1]?.points ?? [],
          rowKey: (point) => point.weekEnd,
        })}
      >
        {() => (
          <TimeChart
            label="Personnes activées"
            series={series}
            valueText={percent}
            annotations={[
              { day: '2026-05-11', label: 'Pilote ouvert' },
              { day: '2026-06-01', label: 'Vague 1 ouverte' },
              { day: '2026-06-10', label: 'Webinaire managers' },
              { day: '2026-09-07', label: 'Vague 2 ouverte' },
              { day: '2026-11-09', label: 'Vague 3 ouverte' },
            ]}
          />
        )}
      </Panel>
      <Columns>
        <Panel
          query={loaded(null)}
          title="À semaine égale, la vague 2 active plus vite que le pilote : +6 points, de 2 à 10"
          subtitle="Taux d'activation depuis le lancement de chaque vague"
        >
          {() => (
            <AlignedChart
              label="Vagues alignées"
              valueText={percent}
              series={[
                {
                  key: 'pilot',
                  name: 'Pilote',
                  role: 'wave',
                  colour: waveColour(0),
                  points: sinceLaunch(22, 0.61, 640),
                },
                {
                  key: 'w1',
                  name: 'Vague 1',
                  role: 'wave',
                  colour: waveColour(1),
                  points: sinceLaunch(16, 0.66, 2210),
                },
                { key: 'w2', name: 'Vague 2', role: 'wave', colour: waveColour(2), points: sinceLaunch(9, 0.73, 3180) },
                { key: 'w3', name: 'Vague 3', role: 'wave', colour: waveColour(3), points: sinceLaunch(4, 0.58, 1400) },
              ]}
            />
          )}
        </Panel>
        <Panel
          query={loaded(null)}
          title="Une personne connectée sur trois ne s'engage pas encore"
          subtitle="Parcours d'adoption de la vague 1"
        >
          {() => (
            <FunnelBars
              label="Parcours d'adoption"
              bars={[
                { key: 'planned', name: 'Prévues', share: 1, people: format.number(8300) },
                {
                  key: 'invited',
                  name: 'Invitées',
                  share: 0.94,
                  people: format.number(7802),
                  percent: percent(0.94),
                  ofPrevious: percent(0.94),
                },
                {
                  key: 'activated',
                  name: 'Activées',
                  share: 0.6,
                  low: 0.58,
                  high: 0.62,
                  people: format.number(4980),
                  percent: percent(0.6),
                  ofPrevious: percent(0.64),
                },
                {
                  key: 'connected',
                  name: 'Connectées',
                  share: 0.48,
                  people: format.number(3984),
                  percent: percent(0.48),
                  ofPrevious: percent(0.8),
                },
                {
                  key: 'engaged',
                  name: 'Engagées',
                  share: 0.31,
                  people: format.number(2573),
                  percent: percent(0.31),
                  ofPrevious: percent(0.65),
                },
              ]}
            />
          )}
        </Panel>
      </Columns>
    </>
  );
}
