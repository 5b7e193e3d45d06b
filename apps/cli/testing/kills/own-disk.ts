import { spawnSync } from 'node:child_process';

/** A disk of so many megabytes in that folder, where this user may have one; false otherwise. */
export function mountDisk(folder: string, megabytes: number): boolean {
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', folder]);
  return status === 0;
}

export const unmountDisk = (folder: string): void => void spawnSync('umount', [folder]);
