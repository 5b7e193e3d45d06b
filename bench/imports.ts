import { runImport } from '#pipeline/import/run-import.js';
import { fileInMemory } from '#connectors/file-input.js';
import { forgetMarks, foundCompany } from './company.js';
import { type Line, median, milliseconds, spread } from './figures.js';
import { benchedFormats, sourceFile } from './source-files.js';
import { type Stage } from './stage.js';
import { bodiesOf, freshEvents, send, senderFor } from './wire.js';

/** Rows per second of each importer of a network's files, beside as many events over HTTP in the same round. */
export async function importLines(stage: Stage, rounds: number, size: number): Promise<Line[]> {
  const company = await foundCompany(stage.owner, 'imports', 8000);
  const sender = await senderFor(stage.owner, stage.base, company.id);
  const rates = new Map<string, number[]>(benchedFormats.map((format) => [format, []]));
  const http: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const bodies = bodiesOf(freshEvents(size), 1000);
    http.push((size / (await milliseconds(() => send(sender, bodies, 4)))) * 1000);
    for (const format of benchedFormats) {
      const bytes = await sourceFile(format, size);
      let rows = 0;
      const took = await milliseconds(async () => (rows = await handIn(stage, company.id, format, bytes)));
      if (rows < size) throw new Error(`Of ${size} messages of ${format}, ${rows} went in.`);
      rates.get(format)?.push((rows / took) * 1000);
    }
  }
  await forgetMarks(stage.owner, company);
  return [...rates].map(([format, values]) => {
    const ratio = median(values.map((value, round) => value / (http[round] ?? Number.NaN)));
    return {
      ...{ work: `import ${format}, ${size.toLocaleString('en')} messages`, measured: `${spread(values)} rows/s` },
      ...{ peer: `${ratio.toFixed(2)} × HTTP ${spread(http)}`, target: '–', met: null, note: '' },
    };
  });
}

async function handIn(stage: Stage, organizationId: string, format: string, bytes: Buffer): Promise<number> {
  const report = await runImport(stage.work, {
    ...{ organizationId, kind: format, fileName: `bench.${format}`, now: new Date() },
    settings: { source: `bench ${format}`, zone: 'UTC' },
    input: fileInMemory(bytes),
  });
  return report.accepted;
}
