import { ActionIcon, Menu } from '@mantine/core';
import {
  IconChartLine,
  IconDotsVertical,
  IconFileTypeCsv,
  IconPhoto,
  IconTable,
  IconVector,
} from '@tabler/icons-react';
import { type RefObject, useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.js';
import { type TableOf } from './table-of.js';
import { csvOf } from './csv.js';
import { download, fileName } from './download.js';
import { LeavingContext } from './leaving.js';
import { PageSheetsContext } from './page-sheets.js';
import { drawingsIn, pictureOf, pngOf } from './picture-export.js';
import styles from './Panel.module.css';

interface PanelActionsProps<Row> {
  title: string;
  subtitle: string;
  table: TableOf<Row>;
  asTable: boolean;
  onTable: (asTable: boolean) => void;
  body: RefObject<HTMLDivElement | null>;
}

/** « semaine 46 » needs no name before it, and neither does what has no number. */
const tellsItself = (name: string, value: string) =>
  !/\d/.test(value) || value.toLowerCase().startsWith(name.toLowerCase());

/** The same facts as a table or as a file. */
export function PanelActions<Row>({ title, subtitle, table, asTable, onTable, body }: PanelActionsProps<Row>) {
  const { t } = useTranslation('ui');
  const { language } = useFormat();
  const leave = useContext(LeavingContext);
  const sheets = useContext(PageSheetsContext);
  const [isDrawn, setDrawn] = useState(false);
  // As they are when the file is made.
  const facts = useRef({ title, subtitle, table });
  useEffect(() => {
    facts.current = { title, subtitle, table };
  });
  const save = (ending: string, content: Blob) => download(`${fileName(facts.current.title)}.${ending}`, content);
  const saveCsv = () => {
    const text = csvOf(facts.current.table, language);
    save('csv', new Blob([text], { type: 'text/csv;charset=utf-8' }));
  };
  const draw = () => {
    const caption = body.current?.parentElement?.querySelector(':scope > p')?.textContent ?? '';
    const view = (sheets?.view ?? []).map(([name, value]) => (tellsItself(name, value) ? value : `${name} ${value}`));
    const words = { ...facts.current, caption, view: [...view, ...(sheets?.notes.values() ?? [])].join(' · ') };
    return pictureOf(body.current!, words);
  };
  const saveSvg = async () => save('svg', new Blob([await draw()], { type: 'image/svg+xml' }));
  const savePng = async () => save('png', await pngOf(await draw()));
  const size = { size: 16, stroke: 1.6 };

  return (
    <Menu width={220} onOpen={() => setDrawn(body.current !== null && drawingsIn(body.current).length > 0)}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('panelActions', { title })} className={styles.menu}>
          <IconDotsVertical size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={asTable ? <IconChartLine {...size} /> : <IconTable {...size} />}
          onClick={() => onTable(!asTable)}
        >
          {t(asTable ? 'showAsChart' : 'showAsTable')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('export')}</Menu.Label>
        <Menu.Item leftSection={<IconFileTypeCsv {...size} />} onClick={() => void leave(saveCsv)}>
          {t('exportCsv')}
        </Menu.Item>
        {!asTable && isDrawn && (
          <>
            <Menu.Item leftSection={<IconVector {...size} />} onClick={() => void leave(saveSvg)}>
              {t('exportSvg')}
            </Menu.Item>
            <Menu.Item leftSection={<IconPhoto {...size} />} onClick={() => void leave(savePng)}>
              {t('exportPng')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
