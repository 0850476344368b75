export type TreatmentLinesProps = { lines: readonly string[] };

/** How to treat a customer, line by line. */
export function TreatmentLines({ lines }: TreatmentLinesProps) {
  return (
    <ol className="space-y-1.5">
      {lines.map((line, index) => (
        <li key={line} className="flex gap-3">
          <span aria-hidden="true" className="w-3 shrink-0 text-muted tabular-nums">
            {index + 1}
          </span>
          <span className="min-w-0 font-medium break-words">{line}</span>
        </li>
      ))}
    </ol>
  );
}
