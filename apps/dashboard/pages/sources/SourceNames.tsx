import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type MappedName, NameUse, NewNameUse, type UnmappedName } from '#contract/source-names.js';
import { useFormat } from '../../i18n/use-format.js';
import { nameWords, vocabularyNames } from './name-words.js';
import { Refusal } from './Refusal.js';
import styles from './sources.module.css';
import { useNameUse, useSourceNames } from './use-source-names.js';

/** The names that a live source sends: those that mean nothing yet first, to be told what they stand for. */
export function SourceNames({ source, mayChange }: { source: number; mayChange: boolean }) {
  const { t } = useTranslation('sources');
  const names = useSourceNames(source).data;
  if (!names || names.unmapped.length + names.own.length === 0) return null;
  const { unmapped, own } = names;
  return (
    <details className={styles.names}>
      <summary>
        {unmapped.length > 0 ? t('namesUnknown', { count: unmapped.length }) : t('namesOwn', { count: own.length })}
      </summary>
      <p>{t(mayChange ? 'namesHint' : 'namesForbidden')}</p>
      <ul>
        {[...unmapped, ...own].map((name) => (
          <Name key={`${name.vocabulary} ${name.name}`} source={source} of={name} mayChange={mayChange} />
        ))}
      </ul>
    </details>
  );
}

interface NameProps {
  source: number;
  of: UnmappedName | MappedName;
  mayChange: boolean;
}

function Name({ source, of: { vocabulary, name, ...rest }, mayChange }: NameProps) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const change = useNameUse(source);
  const use = 'use' in rest ? rest.use : null;
  const choices = NameUse.options.map((value) => ({ value, label: t(nameWords[value]) }));
  const choose = (value: string) => {
    const chosen = NewNameUse.shape.use.safeParse(value);
    if (chosen.success) change.mutate({ vocabulary, name, use: chosen.data });
  };
  return (
    <li>
      <code>{name}</code>
      <span className={styles.faint}>
        {vocabularyNames[vocabulary]}
        {'times' in rest && ` · ${t('nameTimes', { count: rest.times, n: format.number(rest.times) })}`}
        {'lastDay' in rest && ` · ${t('nameLast', { day: format.day(rest.lastDay, 'long') })}`}
      </span>
      {mayChange ? (
        <NativeSelect
          size="xs"
          aria-label={t('nameMeans', { name })}
          value={use ?? ''}
          disabled={change.isPending}
          data={[{ value: use ? 'usual' : '', label: t(use ? 'useUsual' : 'useUnknown') }, ...choices]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      ) : (
        use && <span>{t(nameWords[use])}</span>
      )}
      <Refusal error={change.error} />
    </li>
  );
}
