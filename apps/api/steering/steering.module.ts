import { Module } from '@nestjs/common';
import { AmbassadorsPage } from './ambassadors-page.js';
import { OrganizationPage } from './organization-page.js';
import { SteeringController } from './steering.controller.js';

@Module({ controllers: [SteeringController], providers: [OrganizationPage, AmbassadorsPage] })
export class SteeringModule {}
