import { CoverageBars } from '../charts/CoverageBars.js';
import { FunnelBars } from '../charts/FunnelBars.js';
import { WaveTimeline } from '../charts/WaveTimeline.js';
import { Sample, Samples } from './Sample.js';
import { coverages, openings, steps, today } from './samples.js';
import { useWords } from './words.js';

/** Charts of one bar for each wave, step or place. */
export function RowSamples() {
  const { say, percent, people, wave, longName, format } = useWords();
  const places = [...Array(24).keys()].map((n) => say(`Établissement ${n + 1}`, `Site ${n + 1}`));
  return (
    <>
      {(['usual', 'few', 'many', 'long'] as const).map((state) => (
        <Sample key={state} of="WaveTimeline" state={state}>
          <WaveTimeline
            label={say('Vagues prévues et réelles', 'Waves planned and actual')}
            today={today}
            waves={openings({ usual: 4, few: 1, many: 14, long: 3 }[state]).map((bar, n) => ({
              ...bar,
              name: state === 'long' ? longName(n) : wave(n),
              note: bar.late
                ? say(
                    `12 jours de retard (n = ${format.number(2560)}, au 25 oct.)`,
                    '12 days late (n = 2,560, at 25 Oct)',
                  )
                : say('à l’heure', 'on time'),
              brief: bar.late ? say('12 jours de retard', '12 days late') : say('à l’heure', 'on time'),
            }))}
          />
        </Sample>
      ))}
      <Samples>
        {(['usual', 'few', 'long'] as const).map((state) => (
          <Sample key={state} of="FunnelBars" state={state}>
            <FunnelBars
              label={say('Parcours d’adoption', 'Way to adoption')}
              bars={steps.map(({ share, low, high }, n) => ({
                key: String(n),
                name: state === 'long' ? longName(n) : say(`Étape ${n + 1}`, `Step ${n + 1}`),
                ...(state === 'few'
                  ? { share: null, people: say(`2 personnes au plus sur ${12 - n}`, `at most 2 people of ${12 - n}`) }
                  : { share, low, high, people: format.number(Math.round(share * 8300)), percent: percent(share) }),
                ...(state === 'few' || n === 0 ? {} : { ofPrevious: percent(0.8) }),
              }))}
            />
          </Sample>
        ))}
        {(['usual', 'few', 'many', 'long'] as const).map((state) => (
          <Sample key={state} of="CoverageBars" state={state}>
            <CoverageBars
              label={say('Taux de couverture', 'Coverage')}
              band={{ low: 0.1, high: 0.2 }}
              bars={coverages({ usual: 5, few: 1, many: 24, long: 4 }[state]).map(({ ambassadors, of, ...bar }, n) => ({
                ...bar,
                key: String(n),
                name: state === 'long' ? longName(n) : places[n]!,
                note: say(
                  `${ambassadors} ambassadeurs pour ${people(of)}`,
                  `${ambassadors} ambassadors for ${people(of)}`,
                ),
              }))}
            />
          </Sample>
        ))}
      </Samples>
    </>
  );
}
