import { useTranslation } from 'react-i18next';
import { Entries, Entry } from './Entry.js';
import { type Lists } from './find-definitions.js';
import { useWords } from '../../i18n/use-words.js';

/** The statistics behind comparisons, in plain words. */
export function MethodList({ found }: Pick<Lists, 'found'>) {
  const { t } = useTranslation('method');
  const { say } = useWords();
  return (
    <Entries>
      {found.methods.map(({ key, title, question, how, limit }) => (
        <Entry
          key={key}
          id={key}
          title={say(title)}
          facts={[
            { name: t('question'), text: say(question) },
            { name: t('limit'), text: say(limit) },
          ]}
        >
          {say(how)}
        </Entry>
      ))}
    </Entries>
  );
}
