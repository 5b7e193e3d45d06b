import { Module } from '@nestjs/common';
import { DiagnosticController } from './diagnostic.controller.js';
import { DiagnosticPage } from './diagnostic-page.js';

@Module({ controllers: [DiagnosticController], providers: [DiagnosticPage] })
export class DiagnosticModule {}
