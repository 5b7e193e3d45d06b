import { type OpenedIssue } from '#contract/reports.js';
import styles from './issue.module.css';

/** Rows of an issue as they were printed; what is wider than a phone scrolls. */
export function IssueTable({
  table: { title, head, rows, depths = [], none },
}: {
  table: OpenedIssue['tables'][number];
}) {
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className={styles.quiet}>{none}</p>
      ) : (
        <div className={styles.wide} role="region" aria-label={title} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([first, ...cells], row) => (
                <tr key={`${row} ${first}`}>
                  <th scope="row" style={{ paddingLeft: `${depths[row] ?? 0}em` }}>
                    {first}
                  </th>
                  {cells.map((text, at) => (
                    <td key={head[at + 1]}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
