import { type DynamicModule, Global, Module } from '@nestjs/common';
import { LOGGER, type Logger } from '#runtime/logger.js';
import { SETTINGS, type Settings } from '#runtime/settings.js';
import { type Tracing } from '#runtime/tracing/tracing.js';
import { AccessModule } from './access/access.module.js';
import { AnimationModule } from './animation/animation.module.js';
import { CommitteeModule } from './committee/committee.module.js';
import { DashboardController } from './dashboard/dashboard.controller.js';
import { DashboardFiles } from './dashboard/dashboard.files.js';
import { DatabasesModule } from './databases.js';
import { DefinitionsModule } from './definitions/definitions.module.js';
import { DeclaredModule } from './declared/declared.module.js';
import { DiagnosticModule } from './diagnostic/diagnostic.module.js';
import { ApiMetrics } from './http/api-metrics.js';
import { HealthModule } from './health/health.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { IndicatorsModule } from './indicators/indicators.module.js';
import { IngestModule } from './ingest/ingest.module.js';
import { LiveModule } from './live/live.module.js';
import { NetworkModule } from './network/network.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { PullsModule } from './pulls/pulls.module.js';
import { QualityModule } from './quality/quality.module.js';
import { PrintModule } from './report/print.module.js';
import { ReportsModule } from './report/reports.module.js';
import { ScimModule } from './scim/scim.module.js';
import { SteeringModule } from './steering/steering.module.js';

export interface Surroundings {
  settings: Settings;
  logger: Logger;
  dashboard: DashboardFiles;
  metrics: ApiMetrics;
  tracing?: Tracing | null;
}

@Global()
@Module({})
export class AppModule {
  static in({ settings, logger, dashboard, metrics }: Surroundings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabasesModule,
        AccessModule,
        AnimationModule,
        CommitteeModule,
        DefinitionsModule,
        DeclaredModule,
        DiagnosticModule,
        HealthModule,
        ImportsModule,
        IndicatorsModule,
        IngestModule,
        LiveModule,
        NetworkModule,
        PrivacyModule,
        PullsModule,
        QualityModule,
        PrintModule,
        ReportsModule,
        ScimModule,
        SteeringModule,
      ],
      controllers: [DashboardController],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: LOGGER, useValue: logger },
        { provide: DashboardFiles, useValue: dashboard },
        { provide: ApiMetrics, useValue: metrics },
      ],
      exports: [SETTINGS, LOGGER, ApiMetrics],
    };
  }
}
