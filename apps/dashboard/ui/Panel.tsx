import { Button, Skeleton } from '@mantine/core';
import { IconCloudOff, IconUsersGroup } from '@tabler/icons-react';
import { type ReactNode, useContext, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../api/api-error.js';
import { useProblemWords } from '../i18n/use-problem-words.js';
import { useFormat } from '../i18n/use-format.js';
import { exportedTable } from './exported-table.js';
import { usePanelSheet } from './page-sheets.js';
import { PageWeek } from './page-week.js';
import { type TableOf } from './table-of.js';
import { DataTable } from './DataTable.js';
import { EmptyState } from './EmptyState.js';
import { PanelActions } from './PanelActions.js';
import styles from './Panel.module.css';

/** As TanStack Query hands it over; `loaded` makes one of what is already there. */
export interface PanelQuery<T> {
  data: T | undefined;
  error: Error | null;
  refetch?: () => unknown;
}

export const loaded = <T,>(data: T): PanelQuery<T> => ({ data, error: null });

type From<T, V> = V | ((data: T) => V);

interface PanelProps<T, Row> {
  query: PanelQuery<T>;
  /** The finding; while it is not known, what the panel is about. */
  title: From<T, string>;
  waitingTitle?: string;
  /** The measure and its unit. */
  subtitle?: From<T, string>;
  /** Sunday that it speaks of: told where it is not that of the page. */
  asOf?: (data: T) => string | null | undefined;
  /** n, source, what the reader should know. */
  caption?: From<T, ReactNode>;
  /** Height of the picture, kept by the skeleton. */
  height?: number;
  /** The same facts as rows, shown on demand and exported. */
  table?: (data: T) => TableOf<Row>;
  /** What is missing, or null when there is something to show. */
  empty?: (data: T) => ReactNode;
  /** Why everything here is grouped, or null. */
  masked?: (data: T) => string | null;
  actions?: ReactNode;
  children: (data: T) => ReactNode;
}

const of = <T, V>(from: From<T, V>, data: T) => (typeof from === 'function' ? (from as (data: T) => V)(data) : from);

/** The one place that draws waiting, failure, absence and mask; its children draw only facts. */
export function Panel<T, Row = never>(props: PanelProps<T, Row>) {
  const { data } = props.query;
  return data === undefined ? <Awaited {...props} /> : <Known {...props} data={data} />;
}

function Awaited<T, Row>({ query: { error, refetch }, title, waitingTitle, height = 280, table }: PanelProps<T, Row>) {
  const { t } = useTranslation('ui');
  const pending = typeof title === 'string' ? title : waitingTitle;
  usePanelSheet(table && !error ? 'awaited' : null);
  return (
    <section className={styles.panel} aria-busy={!error} aria-label={pending ?? t('loading')}>
      <header className={styles.head}>
        {pending ? (
          <h2 className={styles.title}>{pending}</h2>
        ) : (
          <Skeleton height={20} width="52%" mt={4} className={styles.skeleton} />
        )}
      </header>
      {error ? (
        <Failure error={error} onRetry={refetch} />
      ) : (
        <Skeleton height={height} radius="md" className={styles.skeleton} />
      )}
    </section>
  );
}

function Known<T, Row>(props: PanelProps<T, Row> & { data: T }) {
  const { data, title, subtitle, asOf, caption, table, empty, masked, actions, children } = props;
  const { t } = useTranslation('ui');
  const format = useFormat();
  const page = useContext(PageWeek);
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);

  const nothing = empty?.(data);
  const reason = masked?.(data) ?? null;
  const facts = nothing || reason !== null ? undefined : table?.(data);
  const name = of(title, data);
  const day = asOf?.(data) ?? null;
  const isOtherDay = day !== null && page !== null && day !== page;
  const measure = [
    subtitle !== undefined && of(subtitle, data),
    isOtherDay && t('asOf', { day: format.day(day, 'short') }),
  ]
    .filter(Boolean)
    .join(' · ');
  const note = caption === undefined ? null : of<T, ReactNode>(caption, data);
  usePanelSheet(
    facts ? { title: name, subtitle: measure, section, table: () => exportedTable(facts, format.language) } : null,
  );
  return (
    <section ref={section} className={styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <div>
          <h2 id={id} className={styles.title}>
            {name}
          </h2>
          {(subtitle !== undefined || isOtherDay) && <p className={styles.subtitle}>{measure}</p>}
        </div>
        <div className={styles.actions}>
          {actions}
          {facts && (
            <PanelActions {...{ title: name, subtitle: measure, table: facts, asTable, onTable: setAsTable, body }} />
          )}
        </div>
      </header>
      <div ref={body}>
        {nothing}
        {!nothing && reason !== null && (
          <EmptyState title={t('maskedTitle')} icon={<IconUsersGroup size={24} stroke={1.5} aria-hidden />}>
            {reason}
          </EmptyState>
        )}
        {!nothing &&
          reason === null &&
          (asTable && facts ? <DataTable {...facts} label={name} maxHeight={420} /> : children(data))}
      </div>
      {note && !nothing && <p className={styles.caption}>{note}</p>}
    </section>
  );
}

function Failure({ error, onRetry }: { error: Error; onRetry?: () => unknown }) {
  const { t } = useTranslation('ui');
  const say = useProblemWords();
  return (
    <div role="alert">
      <EmptyState
        title={t('errorTitle')}
        icon={<IconCloudOff size={24} stroke={1.5} aria-hidden />}
        action={
          onRetry && (
            <Button variant="default" onClick={() => void onRetry()}>
              {t('retry')}
            </Button>
          )
        }
      >
        {t('errorDetail')} {isApiError(error) && say(error)}
      </EmptyState>
    </div>
  );
}
