import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronRight } from '@tabler/icons-react';
import { type CSSProperties, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Masked } from '../ui/Masked.js';
import { ScrollFrame } from '../ui/ScrollFrame.js';
import styles from './HeatTable.module.css';
import { visibleRows } from './tree-rows.js';

export interface HeatCell {
  /** Written for people; the shade never stands alone. */
  text: string;
  /** 0 (palest) to 1 (strongest); null leaves the cell plain. */
  shade: number | null;
  /** Why there is no text. */
  masked?: string;
  /** Why the text is a dash: said under the table too, where nobody needs to hover. */
  why?: string;
  /** More, on hover and for screen readers. */
  title?: string;
  /** Small, below the text: what sets this cell apart from its column. */
  note?: string;
  /** Drawn instead of the text, where a picture or a state says it better. */
  content?: ReactNode;
}

export interface HeatRow {
  key: string;
  parent: string | null;
  name: ReactNode;
  /** Plain name, for the buttons that fold it. */
  label: string;
  note?: string;
  cells: HeatCell[];
}

interface HeatTableProps {
  label: string;
  /** Name of the first column. */
  head: string;
  columns: { key: string; label: string; note?: string }[];
  /** Parents before children. */
  rows: HeatRow[];
  /** Keys unfolded at first; all parents of the first level without it. */
  unfolded?: string[];
  maxHeight?: number;
  /** `rate` or `-rate`. The rows come in that order; headers ask for another one through `onSort`. */
  sort?: string;
  onSort?: (sort: string) => void;
}

/** The tree against the indicators: the darker, the more. */
export function HeatTable({ label, head, columns, rows, unfolded, maxHeight = 640, sort, onSort }: HeatTableProps) {
  const { t } = useTranslation('charts');
  const [open, setOpen] = useState(
    () => new Set(unfolded ?? rows.filter(({ parent }) => parent === null).map(({ key }) => key)),
  );
  const toggle = (key: string) =>
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  const shown = visibleRows(rows, open);
  const reasons = [...new Set(shown.flatMap(({ row }) => row.cells.flatMap(({ why }) => why ?? [])))];
  const table = (
    <ScrollFrame label={label} maxHeight={maxHeight}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map(({ key, label: name, note }) => (
              <th key={key} scope="col" aria-sort={onSort && orderOf(key, sort)}>
                <SortableHead column={key} sort={sort} onSort={onSort}>
                  {name}
                </SortableHead>
                {note && <small>{note}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, depth, hasChildren }) => (
            <tr key={row.key}>
              <th scope="row" style={{ '--depth': depth } as CSSProperties}>
                <span className={styles.place}>
                  {hasChildren ? (
                    <UnstyledButton
                      className={styles.fold}
                      aria-expanded={open.has(row.key)}
                      aria-label={t(open.has(row.key) ? 'foldRow' : 'unfoldRow', { name: row.label })}
                      onClick={() => toggle(row.key)}
                    >
                      <IconChevronRight size={16} stroke={1.8} aria-hidden />
                    </UnstyledButton>
                  ) : (
                    <span className={styles.leaf} />
                  )}
                  <span>
                    {row.name}
                    {row.note && <small>{row.note}</small>}
                  </span>
                </span>
              </th>
              {row.cells.map((cell, i) => (
                <td
                  key={columns[i]?.key ?? i}
                  title={cell.title ?? cell.why}
                  style={{ '--shade': cell.shade ?? 0 } as CSSProperties}
                >
                  {cell.masked ? <Masked reason={cell.masked} /> : (cell.content ?? cell.text)}
                  {cell.note && <small>{cell.note}</small>}
                  {cell.why && <span className="essor-hidden">{cell.why}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
  return (
    <>
      {table}
      {reasons.length > 0 && (
        <p className={styles.reasons}>– : {reasons.map((reason) => reason.replace(/\.?$/, '.')).join(' ')}</p>
      )}
    </>
  );
}

function orderOf(column: string, sort: string | undefined) {
  if (sort === `-${column}`) return 'descending';
  return sort === column ? 'ascending' : 'none';
}

interface SortableHeadProps extends Pick<HeatTableProps, 'sort' | 'onSort'> {
  column: string;
  children: string;
}

/** Numbers are asked for largest first. */
function SortableHead({ column, sort, onSort, children }: SortableHeadProps) {
  if (!onSort) return children;
  const order = orderOf(column, sort);
  const Arrow = order === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <UnstyledButton
      className={styles.sort}
      data-on={order !== 'none' || undefined}
      onClick={() => onSort(order === 'descending' ? column : `-${column}`)}
    >
      <Arrow size={14} aria-hidden />
      {children}
    </UnstyledButton>
  );
}
