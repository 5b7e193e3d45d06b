import { Module } from '@nestjs/common';
import { PrintController } from './print.controller.js';
import { PrintDesk } from './print-desk.js';

/** Boards on paper: what their pages answer. */
@Module({ controllers: [PrintController], providers: [PrintDesk] })
export class PrintModule {}
