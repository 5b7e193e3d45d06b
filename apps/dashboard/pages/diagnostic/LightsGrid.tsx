import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Light } from '#contract/diagnostic.js';
import { checkOf } from '#domain/diagnostic/catalogue.js';
import { HeatTable } from '../../charts/HeatTable.js';
import { nameBelow } from '#domain/sentences/place-name.js';
import { type TableOf } from '../../ui/table-of.js';
import styles from './diagnostic.module.css';
import { LightCell, LightKey } from './LightCell.js';
import { type ErrorKey, errors, errorWords } from './lights.js';
import { useWords } from './use-signals.js';

/** A wave or a place with what is judged of it. */
export interface LightsRow {
  key: string;
  parent: string | null;
  name: string;
  note?: string;
  lights: Partial<Record<string, Light>>;
}

interface LightsGridProps {
  label: string;
  /** Name of the first column. */
  head: string;
  columns: readonly { check: ErrorKey; note?: string }[];
  rows: readonly LightsRow[];
  unfolded?: string[];
  onOpen: (key: string) => void;
}

const lightOf = ({ lights }: LightsRow, check: string): Light => lights[check] ?? 'unknown';

/** Who stands before which error: a sign and a word for each, a name that opens the detail. */
export function LightsGrid({ label, head, columns, rows, unfolded, onOpen }: LightsGridProps) {
  const { t } = useTranslation('diagnostic');
  const words = useWords();
  const names = new Map<string | null, string>(rows.map(({ key, name }) => [key, name]));
  return (
    <div className={styles.waves}>
      <LightKey />
      <HeatTable
        label={label}
        head={head}
        columns={columns.map(({ check, note }) => ({ key: check, label: t(check), note }))}
        unfolded={unfolded}
        rows={rows.map((row) => ({
          ...{ key: row.key, parent: row.parent, label: row.name, note: row.note },
          name: (
            <Anchor component="button" type="button" inherit className={styles.wave} onClick={() => onOpen(row.key)}>
              {nameBelow(row.name, names.get(row.parent))}
            </Anchor>
          ),
          cells: columns.map(({ check }) => {
            const light = lightOf(row, check);
            const text = t(errorWords[light]);
            const title = `${words(checkOf(check).title)} – ${text}`;
            return { text, shade: null, title, content: <LightCell light={light} /> };
          }),
        }))}
      />
    </div>
  );
}

/** The same as rows to read across and to export, all ten errors. */
export function useLightsTable(head: string): (rows: readonly LightsRow[]) => TableOf<LightsRow> {
  const { t } = useTranslation('diagnostic');
  const words = useWords();
  return (rows) => ({
    rows: [...rows],
    rowKey: ({ key }) => key,
    columns: [
      { key: 'name', label: head, value: ({ name }) => name },
      ...errors.map((check) => ({
        key: check,
        label: words(checkOf(check).title),
        value: (row: LightsRow) => t(errorWords[lightOf(row, check)]),
      })),
    ],
  });
}
