import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { DossierController } from './dossier/dossier.controller.js';
import { DossierDesk } from './dossier/dossier-desk.js';
import { PurposeDesk } from './purpose-desk.js';
import { PurposeGateController } from './purpose-gate.controller.js';

@Module({
  controllers: [PurposeGateController, DossierController, AuditController],
  providers: [PurposeDesk, DossierDesk],
})
export class PrivacyModule {}
