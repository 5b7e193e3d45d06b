import { join } from 'node:path';
import { CsvFile } from './csv-file.js';
import { DeclaredRows } from './declared-rows.js';
import { type Organisation } from './organisation.js';
import { type DemoFile, type DemoFrame } from './scenario.js';

const headers = {
  actions: 'action_id,kind,name,starts_on,ends_on,state,entities,audience,channel,led_by,object',
  attendance: 'action_id,person_id',
  shocks: 'shock_id,name,from,to,entities',
  surveys: 'survey_id,name,date,question_id,wording,about,answers,asked,counted',
  answers: 'survey_id,question_id,respondent,entity,level,answer',
  governance: 'item,state,date,scope,note',
  appointments: 'appointment_id,name,every,animator,hours,group,from,to',
  reports: 'person_id,role,period_end,consent_on,posts,replies,feedback,launch_speech',
} as const;

/** Writes what the organisation declares, in the order in which it is to be imported. A kind without rows has no file. */
export async function writeDeclared(folder: string, organisation: Organisation, frame: DemoFrame): Promise<DemoFile[]> {
  const declared = new DeclaredRows(organisation, frame);
  const files: DemoFile[] = [];
  for (const kind of Object.keys(headers) as (keyof typeof headers)[]) {
    const file = new CsvFile(join(folder, `${kind}.csv`), headers[kind]);
    for (const row of declared[kind]()) {
      file.row(...row);
      await file.drained();
    }
    await file.close();
    if (file.rows > 0) files.push({ kind, path: file.path, rows: file.rows });
  }
  return files;
}
