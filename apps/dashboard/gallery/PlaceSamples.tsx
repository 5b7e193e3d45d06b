import { DumbbellChart } from '../charts/DumbbellChart.js';
import { FunnelPlotChart } from '../charts/drawn-later.js';
import { HeatTable } from '../charts/HeatTable.js';
import { ReadAt } from '../ui/reading-level.js';
import { Sample, Samples } from './Sample.js';
import { funnelLimits, funnelPoints, tree } from './samples.js';
import { useWords } from './words.js';

const levels = [0.86, 0.64, 0.39, null, 0.99, 0.02] as const;

/** Charts of levels and of places. */
export function PlaceSamples() {
  const { say, percent, people, longName } = useWords();
  const levelNames = [
    say('CODIR', 'Executives'),
    say('Directeurs', 'Directors'),
    say('Managers de proximité', 'Line managers'),
    say('Chefs de projet', 'Project leads'),
  ];
  const places = { usual: 40, few: 2, many: 400, long: 6 } as const;
  return (
    <Samples>
      {(['usual', 'few', 'many', 'long', 'expert'] as const).map((state) => (
        <Sample key={state} of="DumbbellChart" state={state}>
          <ReadAt level={state === 'expert' ? 'expert' : 'simple'}>
            <DumbbellChart
              label={say('Exemplarité par niveau', 'Example by level')}
              firstName={say('Managers', 'Managers')}
              secondName={say('Autres', 'Others')}
              valueText={percent}
              rows={levels.slice(0, { usual: 4, few: 1, many: 6, long: 4, expert: 4 }[state]).map((value, n) => ({
                key: String(n),
                name: state === 'long' ? longName(n) : levelNames[n % 4]!,
                note: people(14 + 222 * n),
                first: { value, low: value && value * 0.9, high: value && Math.min(1, value * 1.08) },
                second: { value: 0.43, low: 0.41, high: 0.45 },
                ...(value === null ? { reason: say('trop peu de managers ici', 'too few managers here') } : {}),
              }))}
            />
          </ReadAt>
        </Sample>
      ))}
      {(['usual', 'few', 'many', 'long'] as const).map((state) => (
        <Sample key={state} of="FunnelPlotChart" state={state}>
          <FunnelPlotChart
            label={say('Entités', 'Places')}
            height={300}
            target={0.42}
            limits={funnelLimits(0.42)}
            entities={funnelPoints(places[state], state === 'long' ? longName : (n) => say(`Site ${n}`, `Site ${n}`))}
          />
        </Sample>
      ))}
      {(['usual', 'few', 'many', 'long'] as const).map((state) => (
        <Sample key={state} of="HeatTable" state={state}>
          <HeatTable
            label={say('Entités', 'Places')}
            head={say('Entité', 'Place')}
            maxHeight={360}
            columns={[...Array(state === 'many' ? 9 : 5).keys()].map((n) => ({
              key: String(n),
              label: state === 'long' ? longName(n) : say(`Indicateur ${n + 1}`, `Indicator ${n + 1}`),
              note: say('28 jours', '28 days'),
            }))}
            rows={tree({ usual: 7, few: 1, many: 60, long: 5 }[state], state === 'many' ? 9 : 5).map(
              ({ values, size, ...row }, n) => ({
                ...{ ...row, note: people(size) },
                name: state === 'long' ? longName(n) : say(`Entité ${n + 1}`, `Place ${n + 1}`),
                label: String(n),
                cells: values.map((value) =>
                  value === null
                    ? { text: '', shade: null, masked: say('Moins de 10 personnes.', 'Fewer than 10 people.') }
                    : { text: percent(value), shade: value },
                ),
              }),
            )}
          />
        </Sample>
      ))}
    </Samples>
  );
}
