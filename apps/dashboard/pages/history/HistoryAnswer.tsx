import { useTranslation } from 'react-i18next';
import { type Declared } from '#contract/declared.js';
import { useFormat } from '../../i18n/use-format.js';
import { useProblemWords } from '../../i18n/use-problem-words.js';
import styles from './history.module.css';

const named = {
  too_few_people: 'tooFewPeople',
  more_than_all: 'moreThanAll',
  unknown_scope: 'unknownScope',
  bad_number: 'badNumber',
  bad_date: 'badDate',
  missing_field: 'missingField',
  duplicate_fact: 'duplicateFact',
} as const;
const reasons: Partial<Record<string, (typeof named)[keyof typeof named]>> = named;

const shown = 20;

interface HistoryAnswerProps {
  answer: Declared | undefined;
  error: Error | null;
  /** What a line of the answer, from 1, is called where it was typed. */
  placeOf: (line: number) => string;
}

/** What became of the rows: how many went in, and why the others did not. */
export function HistoryAnswer({ answer, error, placeOf }: HistoryAnswerProps) {
  const { t } = useTranslation('history');
  const format = useFormat();
  const say = useProblemWords();
  if (error)
    return (
      <p role="alert" className={styles.refusal}>
        {say(error)}
      </p>
    );
  if (!answer) return null;
  const { accepted, duplicates, rejections } = answer;
  return (
    <div role="status" className={styles.answer}>
      <p>{t('accepted', { count: accepted, n: format.number(accepted) })}</p>
      {duplicates > 0 && <p>{t('known', { count: duplicates, n: format.number(duplicates) })}</p>}
      {rejections.length > 0 && (
        <ul className={styles.refusal}>
          {rejections.slice(0, shown).map(({ line, code, field }) => {
            const reason = reasons[code];
            return (
              <li key={line}>
                {placeOf(line)} {reason ? t(reason) : t('refused', { field: field ?? '' })} ({code})
              </li>
            );
          })}
          {rejections.length > shown && <li>{t('andMore', { count: rejections.length - shown })}</li>}
        </ul>
      )}
    </div>
  );
}
