/** Where the length of the name and the name itself stand, after the signature of an entry and of the directory. */
const signatures = [
  { mark: Buffer.from('PK\u0003\u0004', 'latin1'), length: 26, name: 30 },
  { mark: Buffer.from('PK\u0001\u0002', 'latin1'), length: 28, name: 46 },
];

const most = 5000;

/** Names that can be seen in a part of a zip: enough to tell what it is, never to read it. */
export function namesInZip(bytes: Buffer): string[] {
  const names: string[] = [];
  for (const { mark, length, name } of signatures) {
    for (let at = bytes.indexOf(mark); at >= 0 && names.length < most; at = bytes.indexOf(mark, at + 4)) {
      if (at + name > bytes.length) break;
      const size = bytes.readUInt16LE(at + length);
      if (size > 0 && size <= 1024) names.push(bytes.subarray(at + name, at + name + size).toString('utf8'));
    }
  }
  return names;
}
