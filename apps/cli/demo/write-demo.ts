import { mkdir } from 'node:fs/promises';
import { writeDirectory } from './directory-files.js';
import { writeDeclared } from './declared-files.js';
import { EventSink } from './event-sink.js';
import { organisationOf } from './organisation-of.js';
import { frameOf, type DemoFile, type DemoOptions } from './scenario.js';
import { Simulation } from './simulation.js';

/**
 * Writes the canonical CSV files of a scenario into `folder`: the directory first, then the events of each month,
 * newest first. The answer lists them in the order of import. Same options, same bytes.
 */
export async function writeDemo(
  folder: string,
  options: DemoOptions,
  progress: (share: number) => void = () => undefined,
): Promise<DemoFile[]> {
  const frame = frameOf(options);
  await mkdir(folder, { recursive: true });
  const organisation = organisationOf(frame);
  const directory = await writeDirectory(folder, organisation);
  const declared = await writeDeclared(folder, organisation, frame);
  const sink = new EventSink(folder);
  await new Simulation(organisation, frame, sink).play(progress);
  return [...directory, ...declared, ...(await sink.close())];
}
