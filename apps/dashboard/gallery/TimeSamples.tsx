import { PlanChart } from '../charts/PlanChart.js';
import { StackedShares } from '../charts/drawn-later.js';
import { type TimeMark, TimeChart, type TimeSeries } from '../charts/TimeChart.js';
import { addDays, ordinalOf } from '../format/iso-week.js';
import { waveColour } from '../ui/wave-colour.js';
import { Sample, Samples } from './Sample.js';
import { planned, shareWeeks, straight, takeOff, today } from './samples.js';
import { useWords, type Words } from './words.js';

/** Charts over weeks of the calendar. */
export function TimeSamples() {
  const words = useWords();
  const { say, percent, longName } = words;
  const label = say('Personnes activées', 'People activated');
  const chart = { label, valueText: percent };
  return (
    <>
      <Sample of="TimeChart" state="usual">
        <TimeChart {...chart} series={twoLines(words, 30)} annotations={marks(words, 5)} />
      </Sample>
      <Samples>
        <Sample of="TimeChart" state="few">
          <TimeChart {...chart} series={[{ key: 'ours', name: label, role: 'ours', points: takeOff(1, 0.4, 0) }]} />
        </Sample>
        <Sample of="TimeChart" state="many">
          <TimeChart {...chart} series={twoLines(words, 120)} annotations={marks(words, 24)} />
        </Sample>
      </Samples>
      <Sample of="TimeChart" state="long">
        <TimeChart
          {...chart}
          series={[0, 1, 2].map((n) => ({
            ...{ key: String(n), name: longName(n), role: 'wave', colour: waveColour(n) },
            points: takeOff(20, 0.5 + n / 50, 8),
          }))}
          annotations={[0, 1, 2].map((n) => ({ day: addDays(today, -30 * n), label: longName(n) }))}
          levels={[{ low: 0.6, high: 0.7, label: longName(7), reason: longName(8) }]}
          targets={[{ low: 0.65, high: null, x: ordinalOf(addDays(today, -14)), label: longName(9) }]}
        />
      </Sample>
      <Samples>
        {(['usual', 'few', 'many'] as const).map((state) => (
          <Sample key={state} of="PlanChart" state={state}>
            <PlanChart
              label={label}
              curve={planned({ usual: 30, few: 2, many: 110 }[state])}
              annotations={marks(words, { usual: 3, few: 0, many: 9 }[state])}
            />
          </Sample>
        ))}
        {(['usual', 'few', 'many', 'long'] as const).map((state) => (
          <Sample key={state} of="StackedShares" state={state}>
            <StackedShares
              label={label}
              layers={[0, 1, 2, 3].map((n) => ({
                key: String(n),
                name: state === 'long' ? longName(n) : say(`Étape ${n}`, `Step ${n}`),
                colour: waveColour(n),
              }))}
              weeks={shareWeeks({ usual: 20, few: 1, many: 100, long: 20 }[state])}
              annotations={state === 'many' ? marks(words, 12) : []}
            />
          </Sample>
        ))}
      </Samples>
    </>
  );
}

const twoLines = ({ say }: Words, weeks: number): TimeSeries[] => [
  { key: 'plan', name: say('Prévu', 'Planned'), role: 'plan', points: straight(weeks, 0.8) },
  { key: 'ours', name: say('Activés', 'Activated'), role: 'ours', points: takeOff(weeks, 0.72, weeks / 2, 20) },
];

const marks = ({ say, wave }: Words, count: number): TimeMark[] =>
  Array.from({ length: count }, (_, n) => ({
    day: addDays(today, -11 * n - 6),
    label:
      n % 3 === 2 ? say('Webinaire managers', 'Webinar for managers') : say(`${wave(n)} ouverte`, `${wave(n)} open`),
  }));
