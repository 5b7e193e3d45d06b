import { exactly } from '#domain/statistics/interval.js';
import { Sparkline } from '../charts/Sparkline.js';
import { Figure } from '../ui/Figure.js';
import { FigureRow } from '../ui/FigureRow.js';
import { FigureSkeleton, Finding } from '../ui/Finding.js';
import { ReadAt } from '../ui/reading-level.js';
import { ReadingLevel as Switch } from '../ui/ReadingLevel.js';
import { Sentence } from '../ui/Sentence.js';
import { SlipFigure } from '../ui/SlipFigure.js';
import { Sample } from './Sample.js';
import { takeOff, today } from './samples.js';
import { useWords } from './words.js';

const waiting = { data: undefined, error: null };

/** What stands at the top of each page: its finding, and its numbers. */
export function NumberSamples() {
  const { say, format, longName } = useWords();
  const slip = { from: -12, to: -9, low: 4980, high: 5040, of: 8300, day: today };
  const figures = (
    <FigureRow>
      <Figure
        label={say('Personnes activées', 'People activated')}
        value={format.percent(0.6)}
        people={format.countOf(exactly(4980), exactly(8300))}
        change={{ text: format.points(0.04), window: say('en quatre semaines', 'in four weeks'), tone: 'good' }}
        interval={{ low: format.percent(0.589), high: format.percent(0.61) }}
        definition={say('Personnes dont le profil existe.', 'People who have a profile.')}
        upTo={today}
        picture={<Sparkline values={takeOff(14, 0.7, 6).map(({ value }) => value)} />}
      />
      <SlipFigure verdict={{ key: 'rollout.ahead', params: slip }} upTo={today} />
      <Figure
        label={say('Connexion sur 28 jours', 'Logged in within 28 days')}
        value={format.people({ low: 18, high: 22 }, { low: 40, high: 40 })}
        definition={say('Au moins une connexion.', 'At least one login.')}
        upTo={today}
      />
      <Figure
        label={say('Taux d’engagement', 'Engagement')}
        value={null}
        masked={say('Moins de 10 personnes : lu avec Valence.', 'Fewer than 10 people: read with Valence.')}
        definition={say('Au moins une réaction.', 'At least one reaction.')}
      />
    </FigureRow>
  );
  return (
    <>
      <Sentence
        page={say('Galerie', 'Gallery')}
        actions={<Switch />}
        detail={say(
          'Trois sites de la vague 2 expliquent presque tout le retard ; deux n’ont pas encore d’ambassadeur.',
          'Three sites of wave 2 explain nearly all of the delay; two have no ambassador yet.',
        )}
      >
        {say(
          'Six personnes prévues sur dix sont activées, et le déploiement a douze jours d’avance sur son plan.',
          'Six planned people in ten are activated, and the rollout is twelve days ahead of its plan.',
        )}
      </Sentence>
      <Sample of="Figure" state="usual">
        {figures}
      </Sample>
      <Sample of="Figure" state="expert">
        <ReadAt level="expert">{figures}</ReadAt>
      </Sample>
      <Sample of="Figure" state="long">
        <FigureRow>
          {[1, 2, 3].map((n) => (
            <Figure
              key={n}
              label={longName(n)}
              value={format.range({ low: 123_456, high: 234_567 })}
              unit={say('personnes par jour ouvré', 'people for each working day')}
              people={longName(n)}
              definition=""
            />
          ))}
        </FigureRow>
      </Sample>
      <Sample of="Finding" state="loading">
        <Finding query={waiting}>{() => null}</Finding>
        <FigureRow>
          <FigureSkeleton />
          <FigureSkeleton />
        </FigureRow>
      </Sample>
      <Sample of="Finding" state="refused">
        <Finding query={{ data: undefined, error: new Error('refused') }}>{() => null}</Finding>
      </Sample>
    </>
  );
}
