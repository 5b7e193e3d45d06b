import { Module } from '@nestjs/common';
import { AnimationController } from './animation.controller.js';
import { AnimationPage } from './animation-page.js';

@Module({ controllers: [AnimationController], providers: [AnimationPage] })
export class AnimationModule {}
