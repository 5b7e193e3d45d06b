/** The mark: what was planned, and what takes off from it. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#2457d6" />
      <path d="M7 23c7 0 8-3 10.5-8S21.5 8 25 8" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      <path
        d="M7 23h18"
        stroke="#fff"
        strokeOpacity=".45"
        strokeWidth="2"
        strokeLinecap="round"
        strokeDasharray="2 4"
      />
    </svg>
  );
}
