import type { ReactNode } from "react";

export type Definition = { term: string; value: ReactNode };
export type DefinitionListProps = { entries: readonly Definition[] };

/** Facts about one thing: name at the start, value beside it. */
export function DefinitionList({ entries }: DefinitionListProps) {
  return (
    <dl className="grid content-start grid-cols-[minmax(7rem,auto)_minmax(0,1fr)] gap-x-6 gap-y-2">
      {entries.map(({ term, value }) => (
        <div key={term} className="col-span-2 grid grid-cols-subgrid">
          <dt className="max-w-40 text-muted wrap-anywhere sm:max-w-72">{term}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
