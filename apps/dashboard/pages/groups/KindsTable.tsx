import { Checkbox, Pagination } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Group } from '#contract/groups.js';
import { isKindUnsaid } from '#domain/communities/suggested-kind.js';
import { useFormat } from '../../i18n/use-format.js';
import { ScrollFrame } from '../../ui/ScrollFrame.js';
import { useGroupKind } from '../../ui/use-group-kind.js';
import { filterGroups, isFixed, type KindFilter } from './kind-rows.js';
import { KindFilters } from './KindFilters.js';
import { KindTools } from './KindTools.js';
import styles from './groups.module.css';

/** So many rows are drawn at a time, however many groups there are. */
const pageSize = 50;

/** Groups to look for, mark and change together. What is marked stays marked while one looks for others. */
export function KindsTable({ groups }: { groups: Group[] }) {
  const { t } = useTranslation('groups');
  const format = useFormat();
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState<KindFilter>('all');
  const [asked, setPage] = useState(1);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const found = filterGroups(groups, words, filter);
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const page = Math.min(asked, pages);
  const free = found.filter((group) => !isFixed(group));
  const allMarked = free.length > 0 && free.every(({ key }) => marked.has(key));
  const mark = (keys: readonly string[], on: boolean) =>
    setMarked((before) =>
      on ? new Set([...before, ...keys]) : new Set([...before].filter((key) => !keys.includes(key))),
    );
  return (
    <div className={styles.kinds}>
      <KindFilters {...{ words, filter, onWords: setWords, onFilter: setFilter }} />
      <KindTools
        groups={groups}
        marked={groups.filter(({ key }) => marked.has(key))}
        onDone={() => setMarked(new Set())}
      />
      <ScrollFrame label={t('title')} maxHeight={640}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                <Checkbox
                  size="xs"
                  aria-label={t('markAll', { count: free.length, n: format.number(free.length) })}
                  checked={allMarked}
                  indeterminate={!allMarked && free.some(({ key }) => marked.has(key))}
                  onChange={() =>
                    mark(
                      free.map(({ key }) => key),
                      !allMarked,
                    )
                  }
                />
              </th>
              <th scope="col">{t('group')}</th>
              <th scope="col">{t('kind')}</th>
              <th scope="col">{t('suggestion')}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice((page - 1) * pageSize, page * pageSize).map((group) => (
              <KindRow
                key={group.key}
                group={group}
                isMarked={marked.has(group.key)}
                onMark={(on) => mark([group.key], on)}
              />
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <div className={styles.pages}>
        <span>{t('found', { count: found.length, n: format.number(found.length) })}</span>
        {pages > 1 && (
          <Pagination
            size="sm"
            total={pages}
            value={page}
            onChange={setPage}
            getControlProps={(control) => ({ 'aria-label': t(control) })}
            getItemProps={(number) => ({ 'aria-label': t('pageNumber', { n: number }) })}
          />
        )}
      </div>
    </div>
  );
}

function KindRow({ group, isMarked, onMark }: { group: Group; isMarked: boolean; onMark: (on: boolean) => void }) {
  const { t } = useTranslation('groups');
  const wordOf = useGroupKind();
  const { name, kind, byHand, suggestion } = group;
  return (
    <tr data-marked={isMarked || undefined}>
      <td>
        <Checkbox
          size="xs"
          aria-label={t('mark', { name })}
          checked={isMarked}
          disabled={isFixed(group)}
          onChange={(event) => onMark(event.currentTarget.checked)}
        />
      </td>
      <th scope="row">{name}</th>
      <td>
        {wordOf(kind)} {byHand && <small>{t('byHand')}</small>}
      </td>
      <td>{isKindUnsaid(group) && suggestion ? wordOf(suggestion) : '–'}</td>
    </tr>
  );
}
