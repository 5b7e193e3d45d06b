import { Children, type ReactNode } from 'react';
import styles from './FigureRow.module.css';

/** The page's numbers side by side on one surface, rather than a wall of cards. */
export function FigureRow({ children }: { children: ReactNode }) {
  return <ul className={styles.row}>{Children.map(children, (figure) => figure && <li>{figure}</li>)}</ul>;
}
