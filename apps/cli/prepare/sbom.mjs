import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { askNpm } from './npm.mjs';
import { PrepareError, projectDir } from './project.mjs';

/**
 * Writes the bill of materials (CycloneDX) of everything that the lock file lists. Also what is only built with: the
 * libraries of the dashboard end up in its bundle. npm marks those as `cdx:npm:package:development`.
 */
export async function writeSbom(path = join(projectDir, 'dist', 'sbom.cdx.json')) {
  const { output } = await askNpm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']);
  const sbom = parsed(output);
  if (sbom?.bomFormat !== 'CycloneDX') throw new PrepareError('npm could not write the bill of materials (npm sbom).');
  const { name, version } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8'));
  // npm calls it after the folder.
  Object.assign(sbom.metadata.component, { name, version, type: 'application' });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(sbom, null, 2)}\n`);
  return path;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
