const block = 512;

/** Whether the bytes begin as a tarball does, of the two kinds that are still written. */
export function isTar(bytes: Buffer): boolean {
  return bytes.length >= block && bytes.toString('latin1', 257, 262) === 'ustar';
}

/** Names that can be seen at the beginning of a tarball: enough to tell what it is, never to read it. */
export function namesInTar(bytes: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; isTar(bytes.subarray(at, at + block));) {
    const text = (from: number, length: number) =>
      bytes.toString('utf8', at + from, at + from + length).split('\0', 1)[0] ?? '';
    names.push(text(0, 100));
    const size = Number.parseInt(text(124, 12).trim(), 8);
    if (!(size >= 0)) break;
    at += block + Math.ceil(size / block) * block;
  }
  return names;
}
