import { ActivityProcessor } from './activity/activity.processor.js';
import { DirectoryProcessor } from './directory/directory.processor.js';
import { ImportProcessor } from './import/import.processor.js';
import { MeasuresProcessor } from './measures/measures.processor.js';
import { PublicationProcessor } from './publication/publication.processor.js';
import { PullProcessor } from './pull/pull.processor.js';
import { QualityProcessor } from './quality/quality.processor.js';
import { ReportProcessor } from './report/report.processor.js';
import { RetentionProcessor } from './retention/retention.processor.js';
import { SweepProcessor } from './sweep/sweep.processor.js';

/** One for each job of `runtime/jobs/jobs.ts`, or the worker refuses to start. */
export const processors = [
  ActivityProcessor,
  DirectoryProcessor,
  ImportProcessor,
  MeasuresProcessor,
  PublicationProcessor,
  PullProcessor,
  QualityProcessor,
  ReportProcessor,
  RetentionProcessor,
  SweepProcessor,
];
