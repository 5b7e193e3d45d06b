import { Controller, Get } from '@nestjs/common';
import { type Definitions } from '#contract/definitions.js';
import { Allow } from '../access/allow.js';
import { definitions } from './definitions.js';

@Controller('v1/definitions')
export class DefinitionsController {
  // They change with the program only.
  private readonly known = definitions();

  @Get()
  @Allow('definitions')
  read(): Definitions {
    return this.known;
  }
}
