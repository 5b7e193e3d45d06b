import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { DossierController } from './dossier/dossier.controller.js';
import { DossierDesk } from './dossier/dossier-desk.js';
import { RetentionController } from './retention.controller.js';
import { RightsController } from './rights/rights.controller.js';
import { RightsDesk } from './rights/rights-desk.js';
import { SmallestGroupController } from './smallest-group.controller.js';
import { PublicRulesController } from './public-rules.controller.js';
import { PurposeDesk } from './purpose-desk.js';
import { PurposeGateController } from './purpose-gate.controller.js';

@Module({
  controllers: [
    PurposeGateController,
    DossierController,
    AuditController,
    RetentionController,
    SmallestGroupController,
    PublicRulesController,
    RightsController,
  ],
  providers: [PurposeDesk, DossierDesk, RightsDesk],
})
export class PrivacyModule {}
