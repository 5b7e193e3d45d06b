/** A plan, its band and what really happened: the picture of the whole product. */
export function TakeOff({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 560 300" preserveAspectRatio="none" className={className} aria-hidden="true" focusable="false">
      <path d="M0 268h560" stroke="var(--hairline-strong)" vectorEffect="non-scaling-stroke" />
      {[112, 224, 336, 448].map((x) => (
        <path key={x} d={`M${x} 264v8`} stroke="var(--hairline-strong)" vectorEffect="non-scaling-stroke" />
      ))}
      <path
        d="M0 262L560 62"
        stroke="var(--series-context)"
        strokeWidth="2"
        strokeDasharray="2 8"
        vectorEffect="non-scaling-stroke"
        strokeLinecap="round"
      />
      <path
        d="M0 266C120 262 172 240 232 186S332 66 420 40s100-14 140-16v44c-40 2-70 0-130 18s-110 78-160 130S150 268 0 268z"
        fill="var(--series-ours)"
        opacity=".12"
      />
      <path
        d="M0 267C130 264 182 248 246 196S342 84 420 60s100-15 140-17"
        fill="none"
        stroke="var(--series-ours)"
        strokeWidth="4"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      {/* A point drawn as a line of no length, which stays round however the picture is stretched. */}
      {[
        ['var(--series-ours)', 20],
        ['var(--surface)', 12],
      ].map(([colour, width]) => (
        <path
          key={colour}
          d="M420 60h.01"
          stroke={String(colour)}
          strokeWidth={width}
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
