import encodeQR from 'qr';

const margin = 4;

/** Dark on light in both schemes: what reads it knows no other. */
export function QrCode({ text, label, size = 200 }: { text: string; label: string; size?: number }) {
  const rows = encodeQR(text, 'raw', { border: margin });
  const dots = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={dots.join('')} fill="#000" />
    </svg>
  );
}
