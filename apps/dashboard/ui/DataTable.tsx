import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.js';
import { ScrollFrame } from './ScrollFrame.js';
import { sortRows, type TableOf } from './table-of.js';
import styles from './DataTable.module.css';

interface DataTableProps<Row> extends TableOf<Row> {
  label: string;
  /** `rate` or `-rate`; the table keeps its own order where the page does not. */
  sort?: string;
  onSort?: (sort: string) => void;
  maxHeight?: number;
  onRow?: (row: Row) => void;
}

/** Rows to read across: sortable, with a header and names that stay; says so where more columns lie to the right. */
export function DataTable<Row>({ label, columns, rows, rowKey, sort, onSort, maxHeight, onRow }: DataTableProps<Row>) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const [own, setOwn] = useState<string | undefined>(undefined);
  const order = sort ?? own;
  const descending = order?.startsWith('-') ?? false;
  const sorted = order?.replace(/^-/, '');
  const shown = useMemo(
    () =>
      sortRows(
        rows,
        columns.find(({ key }) => key === sorted),
        descending,
        format.language,
      ),
    [rows, columns, sorted, descending, format.language],
  );
  // Numbers are asked for largest first, names from A.
  const next = (key: string, numeric: boolean) =>
    sorted === key ? (descending ? key : `-${key}`) : numeric ? `-${key}` : key;

  return (
    <ScrollFrame label={label} maxHeight={maxHeight} className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ key, label: name, numeric = false }) => (
              <th
                key={key}
                scope="col"
                data-numeric={numeric || undefined}
                aria-sort={sorted === key ? (descending ? 'descending' : 'ascending') : 'none'}
              >
                <UnstyledButton className={styles.sort} onClick={() => (onSort ?? setOwn)(next(key, numeric))}>
                  {name}
                  <span className={styles.arrow} data-on={sorted === key || undefined}>
                    {sorted === key && !descending ? <IconArrowUp size={14} /> : <IconArrowDown size={14} />}
                  </span>
                </UnstyledButton>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={rowKey(row)} data-opens={onRow ? true : undefined} onClick={onRow && (() => onRow(row))}>
              {columns.map(({ key, numeric, value, cell }, i) => {
                const content = cell ? cell(row) : written(value(row), format.number);
                return i === 0 ? (
                  <th key={key} scope="row">
                    {onRow ? <UnstyledButton className={styles.open}>{content}</UnstyledButton> : content}
                  </th>
                ) : (
                  <td key={key} data-numeric={numeric || undefined}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={styles.none}>{t('noRow')}</p>}
    </ScrollFrame>
  );
}

const written = (value: string | number | null, number: (value: number, digits?: number) => string) =>
  value === null ? '–' : typeof value === 'number' ? number(value, 2) : value;
