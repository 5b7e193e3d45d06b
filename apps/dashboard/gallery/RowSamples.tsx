import { CoverageBars } from '../charts/CoverageBars.js';
import { DumbbellChart } from '../charts/DumbbellChart.js';
import { HeatTable } from '../charts/HeatTable.js';
import { WaveTimeline } from '../charts/WaveTimeline.js';
import { useFormat } from '../i18n/use-format.js';
import { Columns } from '../ui/Columns.js';
import { loaded, Panel } from '../ui/Panel.js';
import { sites, today } from './samples.js';

/** Charts of one row per thing with invented figures, to be looked at. */
export function RowSamples() {
  const format = useFormat();
  const percent = (value: number) => format.percent(value);
  return (
    <>
      <Panel
        query={loaded(null)}
        title="La vague 2 a ouvert avec 12 jours de retard, la vague 3 tient sa date"
        subtitle="Vagues prévues et réelles"
      >
        {() => (
          <WaveTimeline
            label="Vagues prévues et réelles"
            today={today}
            waves={[
              {
                key: 'p',
                name: 'Pilote',
                position: 0,
                plannedStart: '2026-01-12',
                plannedEnd: '2026-04-05',
                actualStart: '2026-01-12',
                actualEnd: '2026-04-19',
                note: 'terminé',
              },
              {
                key: '1',
                name: 'Vague 1',
                position: 1,
                plannedStart: '2026-05-04',
                plannedEnd: '2026-08-30',
                actualStart: '2026-05-11',
                actualEnd: '2026-09-06',
                note: '7 jours de retard',
              },
              {
                key: '2',
                name: 'Vague 2',
                position: 2,
                plannedStart: '2026-08-26',
                plannedEnd: '2026-11-29',
                actualStart: '2026-09-07',
                actualEnd: null,
                note: '12 jours de retard',
                late: true,
              },
              {
                key: '3',
                name: 'Vague 3',
                position: 3,
                plannedStart: '2026-11-09',
                plannedEnd: '2027-02-28',
                actualStart: '2026-11-09',
                actualEnd: null,
                note: 'à l’heure',
              },
            ]}
          />
        )}
      </Panel>
      <Columns>
        <Panel
          query={loaded(null)}
          title="Le CODIR montre l'exemple, le management de proximité moins"
          subtitle="Connectés au moins une fois en 7 jours"
        >
          {() => (
            <DumbbellChart
              label="Exemplarité par niveau"
              firstName="Managers"
              secondName="Autres"
              valueText={percent}
              rows={[
                {
                  key: '0',
                  name: 'CODIR',
                  note: '14 personnes',
                  first: { value: 0.86, low: 0.6, high: 0.96 },
                  second: { value: 0.43, low: 0.41, high: 0.45 },
                },
                {
                  key: '1',
                  name: 'Directeurs',
                  note: '212 personnes',
                  first: { value: 0.64, low: 0.57, high: 0.7 },
                  second: { value: 0.43, low: 0.41, high: 0.45 },
                },
                {
                  key: '2',
                  name: 'Managers de proximité',
                  note: '680 personnes',
                  first: { value: 0.39, low: 0.35, high: 0.43 },
                  second: { value: 0.43, low: 0.41, high: 0.45 },
                },
                {
                  key: '3',
                  name: 'Chefs de projet',
                  first: { value: null },
                  second: { value: 0.43 },
                  reason: 'trop peu de managers ici',
                },
              ]}
            />
          )}
        </Panel>
        <Panel
          query={loaded(null)}
          title="Deux sites sur cinq sont sous la fourchette"
          subtitle="Ambassadeurs parmi les personnes"
        >
          {() => (
            <CoverageBars
              label="Taux de couverture"
              band={{ low: 0.1, high: 0.2 }}
              bars={sites.map((site) => ({ key: site.name, ...site, note: `${site.ambassadors} pour ${site.people}` }))}
            />
          )}
        </Panel>
      </Columns>
      <Panel
        query={loaded(null)}
        title="Europe du Nord avance, la péninsule Ibérique attend"
        subtitle="Entité × indicateur, 28 jours"
      >
        {() => (
          <HeatTable
            label="Entités"
            head="Entité"
            columns={['Activation', 'Connexion', 'Engagement', 'Managers', 'Ambassadeurs'].map((name) => ({
              key: name,
              label: name,
              note: '%',
            }))}
            rows={heatRows(percent)}
          />
        )}
      </Panel>
    </>
  );
}

function heatRows(percent: (value: number) => string) {
  const row = (key: string, parent: string | null, name: string, people: number, start: number, masked = false) => ({
    key,
    parent,
    name,
    label: name,
    note: `${people} personnes`,
    cells: [0, 0.12, 0.3, 0.22, 0.48].map((less) => {
      const value = Math.max(0.04, start - less);
      return masked
        ? { text: '', shade: null, masked: 'Moins de 10 personnes : lu avec Valence et Lyon-Sud.' }
        : { text: percent(value), shade: value };
    }),
  });
  return [
    row('all', null, 'Groupe', 8300, 0.6),
    row('n', 'all', 'Europe du Nord', 3100, 0.74),
    row('h', 'n', 'Hambourg', 148, 0.81),
    row('s', 'all', 'France et Suisse', 4100, 0.58),
    row('v', 's', 'Valence', 96, 0.62),
    row('z', 's', 'Annecy', 8, 0.4, true),
    row('i', 'all', 'Péninsule Ibérique', 1100, 0.31),
  ];
}
