import { Module } from '@nestjs/common';
import { DefinitionsController } from './definitions.controller.js';

/** Holds no database: what numbers mean is in the program. */
@Module({ controllers: [DefinitionsController] })
export class DefinitionsModule {}
