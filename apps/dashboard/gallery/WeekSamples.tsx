import { AlignedChart } from '../charts/AlignedChart.js';
import { LagChart } from '../charts/LagChart.js';
import { Sparkline } from '../charts/Sparkline.js';
import { WeekHours } from '../charts/WeekHours.js';
import { waveColour } from '../ui/wave-colour.js';
import { Sample, Samples } from './Sample.js';
import { hours, lagSide, sinceLaunch, takeOff } from './samples.js';
import { useWords } from './words.js';

/** Charts over weeks since something, and of one week. */
export function WeekSamples() {
  const { say, percent, wave, longName } = useWords();
  const waves = [
    [22, 0.61, 640],
    [16, 0.66, 2210],
    [9, 0.73, 3180],
    [4, 0.58, 1400],
  ] as const;
  const counts = { usual: 4, few: 1, many: 4, long: 2 } as const;
  const states = ['usual', 'few', 'many', 'long'] as const;
  const nameOf = (state: (typeof states)[number], n: number) => (state === 'long' ? longName(n) : wave(n));
  const weeksOf = (state: (typeof states)[number], weeks: number) =>
    state === 'few' ? 1 : state === 'many' ? weeks * 5 : weeks;
  return (
    <Samples>
      {states.map((state) => (
        <Sample key={state} of="AlignedChart" state={state}>
          <AlignedChart
            label={say('Vagues alignées', 'Waves aligned')}
            valueText={percent}
            series={waves.slice(0, counts[state]).map(([weeks, ceiling, people], n) => ({
              ...{ key: String(n), name: nameOf(state, n), role: 'wave', colour: waveColour(n) },
              points: sinceLaunch(weeksOf(state, weeks), ceiling, people * (state === 'many' ? 90 : 1)),
            }))}
          />
        </Sample>
      ))}
      {states.map((state) => (
        <Sample key={state} of="LagChart" state={state}>
          <LagChart
            label={say('Temps jusqu’à l’adoption', 'Time to adoption')}
            unit="weeks"
            sides={waves
              .slice(0, counts[state])
              .map(([weeks, , people], n) => lagSide(n, nameOf(state, n), weeksOf(state, weeks), people))}
          />
        </Sample>
      ))}
      {(['usual', 'few', 'nothing'] as const).map((state) => (
        <Sample key={state} of="WeekHours" state={state}>
          <WeekHours label={say('Heures', 'Hours')} hours={hours({ usual: 140, few: 1, nothing: 0 }[state])} />
        </Sample>
      ))}
      {(['usual', 'few', 'many'] as const).map((state) => (
        <Sample key={state} of="Sparkline" state={state}>
          <Sparkline
            label={say('Quatorze semaines', 'Fourteen weeks')}
            values={takeOff({ usual: 14, few: 1, many: 120 }[state], 0.7, 6).map(({ value }) => value)}
          />
        </Sample>
      ))}
    </Samples>
  );
}
