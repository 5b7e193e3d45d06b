import { Global, Module } from '@nestjs/common';
import { AnimationAnswer } from '../http/page-answers.js';
import { AnimationController } from './animation.controller.js';
import { AnimationPage } from './animation-page.js';

@Global()
@Module({
  controllers: [AnimationController],
  providers: [AnimationPage, { provide: AnimationAnswer, useExisting: AnimationPage }],
  exports: [AnimationAnswer],
})
export class AnimationModule {}
