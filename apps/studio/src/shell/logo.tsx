/** The mark of Rivulet, as in the page's icon. */
export function Logo({ size }: { size: number }) {
  return (
    <svg className="rv-logo" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#2f5bea" />
      <path
        d="M7 11c4 0 4 4 9 4s5-4 9-4M7 17c4 0 4 4 9 4s5-4 9-4"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
    </svg>
  );
}
