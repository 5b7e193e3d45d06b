import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Quality } from '#contract/quality.js';
import { useHasDirectory } from '../../api/has-directory.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type State, Status } from '../../ui/Status.js';
import { type Check, type CheckKey, checksOf, type Verdict } from './checks.js';
import styles from './quality.module.css';
import { useFound } from './use-found.js';

const looks = {
  fine: ['done', 'fine'],
  mend: ['attention', 'mend'],
  know: ['waiting', 'know'],
  unknown: ['unknown', 'unknown'],
} as const satisfies Record<Verdict, readonly [State, string]>;

/** Each check: its name, what it means, and what to do about it. */
const words = {
  unassigned: ['unassigned', 'unassignedWhat', 'unassignedDo'],
  entities: ['entities', 'entitiesWhat', 'entitiesDo'],
  gaps: ['gaps', 'gapsWhat', 'gapsDo'],
  ahead: ['ahead', 'aheadWhat', 'aheadDo'],
  conflicts: ['conflicts', 'conflictsWhat', 'conflictsDo'],
  repeated: ['repeated', 'repeatedWhat', 'repeatedDo'],
  approximate: ['approximate', 'approximateWhat', 'approximateDo'],
  silenced: ['silenced', 'silencedWhat', 'silencedDo'],
} as const satisfies Record<CheckKey, readonly [string, string, string]>;

/** Most is mended where data comes in; what a source cannot tell is told by the method. */
const places: Partial<Record<CheckKey, readonly ['method', 'toMethod']>> = {
  approximate: ['method', 'toMethod'],
  silenced: ['method', 'toMethod'],
};

/** Everything that is looked at, in one list: how it stands, what it is, since when, what to do, and where. */
export function ChecksPanel({ query }: { query: PanelQuery<Quality> }) {
  const { t } = useTranslation('quality');
  return (
    <Panel query={query} title={t('checksTitle')} subtitle={t('checksSubtitle')} height={520}>
      {(quality) => (
        <ul className={styles.checks}>
          {checksOf(quality).map((check) => (
            <CheckRow key={check.key} check={check} quality={quality} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function CheckRow({ check, quality }: { check: Check; quality: Quality }) {
  const { t } = useTranslation('quality');
  const organization = useOrganizationSlug();
  const found = useFound(quality)(check);
  const [state, word] = looks[check.verdict];
  const [name, what, usual] = words[check.key];
  const hasDirectory = useHasDirectory() ?? true;
  // Without any directory there is nothing to complete.
  const todo = check.key === 'unassigned' && !hasDirectory ? 'unassignedFirst' : usual;
  const [page, label] = places[check.key] ?? (['sources', 'toSources'] as const);
  const isOpen = check.verdict === 'mend' || check.verdict === 'know';
  return (
    <li data-verdict={check.verdict}>
      <Status state={state}>{t(word)}</Status>
      <div className={styles.what}>
        <h3>{t(name)}</h3>
        <p>{t(what)}</p>
        {isOpen && (
          <p>
            <strong>{t('todo')}</strong> {t(todo)}{' '}
            <Anchor component={Link} to={`/o/${organization}/${page}`} inherit underline="always">
              {t(label)}
            </Anchor>
          </p>
        )}
      </div>
      <div className={styles.found}>
        <strong>{found.value}</strong>
        {found.more && <span>{found.more}</span>}
      </div>
    </li>
  );
}
