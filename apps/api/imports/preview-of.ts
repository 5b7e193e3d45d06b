import { isCutZip } from '#connectors/archive/damage.js';
import { type Columns } from '#connectors/csv/header.js';
import { detectFormat } from '#connectors/detect/detect-format.js';
import { type EventKey, previewFile } from '#connectors/detect/preview-file.js';
import { suggestDateFormat } from '#connectors/detect/suggest-date-format.js';
import { suggestKinds } from '#connectors/detect/suggest-kinds.js';
import { whatItHolds } from '#connectors/detect/what-it-holds.js';
import { suggestMap } from '#connectors/detect/suggest-map.js';
import { type ImportOptions, importFormat } from '#connectors/registry.js';
import { indicatorKeys } from '#domain/indicators/catalogue.js';
import { silencedBy } from '#domain/quality/silenced.js';
import { SilencedIndicator } from '#contract/quality.js';
import { type ImportPreview, previewBytes, type PreviewQuery } from '#contract/import-preview.js';
import { ImportKind } from '#contract/imports.js';

const exampleLength = 40;

/** What is told of a file, and the keys of its first events, which are not. */
interface Previewed {
  told: Omit<ImportPreview, 'known'>;
  keys: EventKey[];
}

/** What the beginning of a file says of it, read as the query asks, else as its content suggests. */
export async function previewOf(bytes: Buffer, query: PreviewQuery, now: Date): Promise<Previewed> {
  const head = bytes.subarray(0, previewBytes);
  const detected = detectFormat(head, bytes.subarray(previewBytes).subarray(-previewBytes));
  const kind = query.kind ?? ImportKind.safeParse(detected.kind).data ?? null;
  const columns = kind === null ? null : (importFormat(kind)?.columns ?? null);
  const map = query.map ?? (columns ? suggestMap(detected.columns, columns, detected.sample) : {});
  const file = query.whole ? { bytes, isWhole: true } : { bytes: head, isWhole: false };
  const shown = kind === null ? null : await previewFile(file, detected, kind, optionsOf(query, map, now));
  const { score, reason, encoding, delimiter } = detected;
  const told: Previewed['told'] = {
    ...{ kind, score, reason, encoding, delimiter, map },
    columns: detected.columns.map((name, place) => ({
      name,
      example: (detected.example[place] ?? '').slice(0, exampleLength),
    })),
    canonical: columns === null ? [] : mappable(columns),
    rows: shown?.rows ?? null,
    rejects: shown?.rejects ?? [],
    unknownWords: shown?.unknownWords ?? [],
    suggestedKinds: suggestKinds(shown?.unknownWords ?? []),
    suggestedDateFormat: columns === null ? null : suggestDateFormat(detected.columns, detected.sample, map),
    notes: shown?.notes ?? [],
    errorCode: shown?.errorCode ?? (kind === null ? wrongWith(bytes) : null),
    errorField: shown?.errorField ?? null,
    holds: kind !== null && query.whole ? await holdsOf(bytes, kind, optionsOf(query, map, now)) : null,
  };
  return { told, keys: shown?.keys ?? [] };
}

/** Why nothing tells what it is, where that can be seen. */
const wrongWith = (bytes: Buffer) => (bytes.length === 0 ? 'empty_file' : isCutZip(bytes) ? 'damaged_archive' : null);

/** What could be computed from this file alone, and what is missing for the rest. */
async function holdsOf(bytes: Buffer, kind: string, options: ImportOptions): Promise<ImportPreview['holds']> {
  const holding = await whatItHolds(bytes, kind, options);
  if (holding === null) return null;
  const { attributes, ...counts } = holding;
  const told = { kinds: counts.kinds.map((one) => one.kind), attributes };
  const silenced = SilencedIndicator.array().parse(silencedBy(told));
  const without = silenced.filter(({ how }) => how === 'not').length;
  return { ...counts, silenced, indicators: indicatorKeys.length, computable: indicatorKeys.length - without };
}

const mappable = ({ required, either = [], optional }: Columns) => [
  ...required.map((name) => ({ name, required: true, either: false })),
  ...either.map((name) => ({ name, required: false, either: true })),
  ...optional.map((name) => ({ name, required: false, either: false })),
];

function optionsOf(query: PreviewQuery, map: Record<string, string>, now: Date): ImportOptions {
  const { kinds, encoding, date_format: dateFormat, zone, fixed, grain, ids, counts } = query;
  return {
    ...{ now, map },
    ...(kinds && { kinds }),
    ...(encoding && { encoding }),
    ...(dateFormat && { dateFormat }),
    ...(zone && { zone }),
    ...(fixed && { fixed }),
    ...(grain && { grain }),
    ...(ids && { ids }),
    ...(counts && { counts }),
  };
}
