import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { shortPlaces } from './short-places.js';
import styles from './sources.module.css';

interface Props {
  /** What stands in the first column, and in the others. */
  head: readonly [string, ...string[]];
  rows: readonly { place: string; cells: readonly string[] }[];
  /** How many are shown. */
  first: number;
  /** What opens the rest, where there is one, and what folds it again. */
  more: (hidden: number) => string;
  fewer: string;
  /** A last row, of what is told together. */
  children?: ReactNode;
}

/** Places with what is counted in each; nobody is named. */
export function PlaceTable({ head: [place, ...counts], rows, first, more, fewer, children }: Props) {
  const [whole, setWhole] = useState(false);
  const hidden = rows.length - first;
  const names = shortPlaces(rows.map((row) => row.place));
  return (
    <>
      <div className={styles.scrolled} role="region" aria-label={place} tabIndex={0}>
        <table className={styles.held}>
          <thead>
            <tr>
              <th scope="col">{place}</th>
              {counts.map((what) => (
                <th key={what} scope="col">
                  {what}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, whole ? undefined : first).map((row, at) => (
              <tr key={row.place}>
                <th scope="row">{names[at]}</th>
                {row.cells.map((cell, index) => (
                  <td key={counts[index]}>{cell}</td>
                ))}
              </tr>
            ))}
            {children}
          </tbody>
        </table>
      </div>
      {hidden > 0 && (
        <div>
          <Button variant="subtle" size="compact-xs" px={0} aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? fewer : more(hidden)}
          </Button>
        </div>
      )}
    </>
  );
}
