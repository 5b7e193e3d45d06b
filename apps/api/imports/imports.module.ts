import { Module } from '@nestjs/common';
import { FirstWordController } from './first-word.controller.js';
import { HandIn } from './hand-in.js';
import { ImportProfilesController } from './import-profiles.controller.js';
import { ImportsController } from './imports.controller.js';
import { KeptImports } from './kept-imports.js';
import { KnownContent } from './known-content.js';
import { PreviewController } from './preview.controller.js';
import { ProposedTreeController } from './proposed-tree.controller.js';
import { SourceNamesController } from './source-names.controller.js';
import { SourcesController } from './sources.controller.js';
import { TemplatesController } from './templates.controller.js';

/** Needs APP_DB and JobQueue from a global module, and the body parsers of the ingest module. */
@Module({
  controllers: [
    SourcesController,
    SourceNamesController,
    FirstWordController,
    ImportsController,
    ImportProfilesController,
    PreviewController,
    ProposedTreeController,
    TemplatesController,
  ],
  providers: [HandIn, KeptImports, KnownContent],
})
export class ImportsModule {}
