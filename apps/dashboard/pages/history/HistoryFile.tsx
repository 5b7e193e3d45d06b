import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileChoice } from '../../ui/FileChoice.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { HistoryAnswer } from './HistoryAnswer.js';
import styles from './history.module.css';
import { readCsv, UnreadableCsv } from './read-csv.js';
import { useDeclareHistory } from './use-history.js';

const columns = 'wave_or_entity,period_end,indicator,window,numerator,denominator,source,definition';
/** A table of totals is small: another file was meant. */
const mostBytes = 2_000_000;

const problems = {
  empty_file: 'emptyFile',
  unclosed_quote: 'unclosedQuote',
  ragged_row: 'raggedRow',
  too_large: 'tooLarge',
} as const;

interface Problem {
  code: keyof typeof problems;
  line: number;
}

/** The same as a file, dropped or chosen; its lines are answered one by one. */
export function HistoryFile() {
  const { t } = useTranslation('history');
  const [over, setOver] = useState(false);
  const [name, setName] = useState('');
  const [lines, setLines] = useState<number[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const declare = useDeclareHistory();
  const take = async (file: File | null | undefined) => {
    if (!file) return;
    declare.reset();
    setName(file.name);
    setProblem(null);
    if (file.size > mostBytes) return setProblem({ code: 'too_large', line: 1 });
    try {
      const rows = readCsv(await file.text());
      setLines(rows.map(({ line }) => line));
      if (rows.length > 0) declare.mutate(rows.map(({ cells }) => cells));
      else setProblem({ code: 'empty_file', line: 1 });
    } catch (error) {
      if (!(error instanceof UnreadableCsv)) throw error;
      setProblem(error);
    }
  };
  return (
    <Panel query={loaded(columns)} title={t('fileTitle')} subtitle={t('fileSubtitle')}>
      {() => (
        <>
          <div
            className={styles.drop}
            data-over={over || undefined}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault();
              setOver(false);
              void take(event.dataTransfer.files[0]);
            }}
          >
            <p>{name || t('dropHere')}</p>
            <FileChoice accept=".csv,text/csv,text/plain" onFile={(file) => void take(file)}>
              {(props) => (
                <Button
                  {...props}
                  size="xs"
                  variant="default"
                  loading={declare.isPending}
                  leftSection={<IconUpload size={14} stroke={1.8} aria-hidden />}
                >
                  {t('chooseFile')}
                </Button>
              )}
            </FileChoice>
            <code>{columns}</code>
          </div>
          {problem && (
            <p role="alert" className={styles.refusal}>
              {t(problems[problem.code], { line: problem.line })}
            </p>
          )}
          <HistoryAnswer
            answer={declare.data}
            error={declare.error}
            placeOf={(line) => t('line', { n: lines[line - 1] ?? line })}
          />
        </>
      )}
    </Panel>
  );
}
