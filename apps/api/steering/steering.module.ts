import { Module } from '@nestjs/common';
import { frame } from '../http/frame.js';
import { AmbassadorsPage } from './ambassadors-page.js';
import { CascadePage } from './cascade-page.js';
import { GatePage } from './gate-page.js';
import { GateController } from './gate.controller.js';
import { VoiceController } from './voice.controller.js';
import { NotesController } from './notes.controller.js';
import { NotesDesk } from './notes-desk.js';
import { PreparationPage } from './preparation-page.js';
import { PreparationController } from './preparation.controller.js';
import { SettingsController } from './settings.controller.js';
import { SteeringController } from './steering.controller.js';
import { TargetsController } from './targets.controller.js';
import { TargetsPage } from './targets-page.js';
import { ViewsController } from './views.controller.js';

@Module({
  controllers: [
    SteeringController,
    GateController,
    VoiceController,
    PreparationController,
    SettingsController,
    ViewsController,
    TargetsController,
    NotesController,
  ],
  providers: [frame, AmbassadorsPage, GatePage, PreparationPage, CascadePage, TargetsPage, NotesDesk],
})
export class SteeringModule {}
