import { type ReactNode } from 'react';
import styles from './method.module.css';

export interface Fact {
  name: string;
  text: ReactNode;
}

interface EntryProps {
  /** Its name in addresses and exports, and the anchor of the page. */
  id: string;
  title: string;
  children: ReactNode;
  facts: Fact[];
}

/** One definition: its name, what it says, and the facts that make it checkable. */
export function Entry({ id, title, children, facts }: EntryProps) {
  return (
    <li className={styles.entry} id={id}>
      <div>
        <h3 className={styles.title}>{title}</h3>
        <span className={styles.key}>{id}</span>
      </div>
      <div>
        <p className={styles.said}>{children}</p>
        <dl className={styles.facts}>
          {facts.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </div>
    </li>
  );
}

export const Entries = ({ children }: { children: ReactNode }) => <ul className={styles.entries}>{children}</ul>;
