import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MappedName, NameUse, NewNameUse, type UnmappedName } from '#contract/source-names.js';
import { useFormat } from '../../i18n/use-format.js';
import { nameWords, vocabularyNames } from './name-words.js';
import { Refusal } from './Refusal.js';
import styles from './sources.module.css';
import { useNameUse, useSourceNames } from './use-source-names.js';

/** The names that a live source sends: those that mean nothing yet first, to be told what they stand for. */
export function SourceNames({ source, mayChange }: { source: number; mayChange: boolean }) {
  const { t } = useTranslation('source-names');
  const names = useSourceNames(source).data;
  if (!names) return null;
  const { unmapped, own, usual } = names;
  const title =
    unmapped.length > 0
      ? t('namesUnknown', { count: unmapped.length })
      : own.length > 0
        ? t('namesOwn', { count: own.length })
        : t('namesNone');
  const said = new Set(own.map(keyOf));
  return (
    <details className={styles.names}>
      <summary>{title}</summary>
      <p>{t(mayChange ? 'namesHint' : 'namesForbidden')}</p>
      <NameList source={source} names={[...unmapped, ...own]} mayChange={mayChange} />
      <UsualNames source={source} names={usual.filter((name) => !said.has(keyOf(name)))} mayChange={mayChange} />
    </details>
  );
}

const keyOf = ({ vocabulary, name }: Pick<MappedName, 'vocabulary' | 'name'>) => `${vocabulary} ${name}`;

interface Listed<Name> {
  source: number;
  names: Name[];
  mayChange: boolean;
}

/** Long, and seldom wanted: written only once it is opened. */
function UsualNames({ names, ...rest }: Listed<MappedName>) {
  const { t } = useTranslation('source-names');
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('namesUsual', { count: names.length })}</summary>
      {open && <NameList names={names} {...rest} isUsual />}
    </details>
  );
}

function NameList({ source, names, mayChange, isUsual }: Listed<UnmappedName | MappedName> & { isUsual?: boolean }) {
  return (
    <ul>
      {names.map((name) => (
        <Name key={keyOf(name)} source={source} of={name} mayChange={mayChange} isUsual={isUsual} />
      ))}
    </ul>
  );
}

interface NameProps {
  source: number;
  of: UnmappedName | MappedName;
  mayChange: boolean;
  isUsual?: boolean;
}

function Name({ source, of: { vocabulary, name, ...rest }, mayChange, isUsual }: NameProps) {
  const { t } = useTranslation('source-names');
  const format = useFormat();
  const change = useNameUse(source);
  const use = 'use' in rest ? rest.use : null;
  const choices = NameUse.options.map((value) => ({ value, label: t(nameWords[value]) }));
  const asked = { value: '', label: t('useUnknown') };
  const taken = { value: 'usual', label: t('useUsual') };
  const data = isUsual ? choices : [use ? taken : asked, ...choices];
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
          data={data}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      ) : (
        use && <span>{t(nameWords[use])}</span>
      )}
      <Refusal error={change.error} />
    </li>
  );
}
