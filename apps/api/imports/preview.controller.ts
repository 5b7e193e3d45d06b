import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { suggestKinds } from '#connectors/detect/suggest-kinds.js';
import { fileInMemory } from '#connectors/file-input.js';
import { wordsOfColumn } from '#connectors/detect/words-of-column.js';
import {
  type FileWords,
  type ImportPreview,
  previewBytes,
  PreviewQuery,
  wholePreviewBytes,
  WordsQuery,
} from '#contract/import-preview.js';
import { Problem } from '#runtime/problem.js';
import { Allow } from '../access/allow.js';
import { Costly } from '../access/costly.js';
import { Organization, type OrganizationInPath } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { KnownContent } from './known-content.js';
import { previewOf } from './preview-of.js';

@Controller('v1/organizations/:org/imports')
export class PreviewController {
  constructor(private readonly known: KnownContent) {}

  /** Stores nothing; asks the database only whether the same came before. */
  @Post('preview')
  @Allow('import')
  @Costly('sent')
  @HttpCode(200)
  async preview(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(PreviewQuery)) query: PreviewQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportPreview> {
    const bytes = await begun(bodyOf(request), query.whole ? wholePreviewBytes : 2 * previewBytes);
    const { told, keys } = await previewOf(bytes, query, new Date());
    return { ...told, known: await this.known.of(organization.id, told.kind, query, { bytes, keys }) };
  }

  /** The rare ones stand nowhere near the beginning. Stores nothing. */
  @Post('words')
  @Allow('import')
  @Costly('sent')
  @HttpCode(200)
  async words(
    @Query(new Parse(WordsQuery)) { column, encoding }: WordsQuery,
    @Req() request: FastifyRequest,
  ): Promise<FileWords> {
    const bytes = await begun(bodyOf(request), wholePreviewBytes);
    const told = await wordsOfColumn(fileInMemory(bytes).stream(), column, encoding ? { encoding } : {});
    return { ...told, suggestedKinds: suggestKinds(told.words.map(({ word }) => word)) };
  }
}

function bodyOf({ body }: FastifyRequest): Readable {
  if (body instanceof Readable) return body;
  throw new Problem('unsupported_media_type', 415, 'Send the file, or its beginning, as application/octet-stream.');
}

/** Never more than so many bytes: what comes behind them is not looked at. */
async function begun(body: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of body) {
    pieces.push(piece);
    size += piece.length;
    if (size >= most) break;
  }
  return Buffer.concat(pieces).subarray(0, most);
}
