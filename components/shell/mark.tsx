export type MarkProps = { size: number };

/** The sign of Throughline: one line over one point. */
export function Mark({ size }: MarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className="shrink-0">
      <rect width="24" height="24" rx="6" fill="var(--primary)" />
      <path
        d="M4.5 15.5c3.6 0 3.8-7 7.5-7s3.9 7 7.5 7"
        fill="none"
        stroke="var(--on-primary)"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
      <circle cx="12" cy="8.5" r="2.25" fill="var(--on-primary)" />
    </svg>
  );
}
