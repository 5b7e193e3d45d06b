import { Module } from '@nestjs/common';
import { KeptAnswers } from '../http/kept-answers.js';
import { DiagnosticController } from './diagnostic.controller.js';
import { DiagnosticPage } from './diagnostic-page.js';

@Module({ controllers: [DiagnosticController], providers: [KeptAnswers, DiagnosticPage] })
export class DiagnosticModule {}
