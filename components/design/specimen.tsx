import type { ReactNode } from "react";

export type SpecimenProps = {
  title: string;
  children: ReactNode;
  /** Whether the states stand in columns, or as wide as they are */
  look?: "columns" | "row" | "stack";
};

const LOOK: Record<NonNullable<SpecimenProps["look"]>, string> = {
  columns: "grid gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4",
  row: "flex flex-wrap items-center gap-3",
  stack: "grid grid-cols-[minmax(0,1fr)] gap-4",
};

/** One control with all its states. */
export function Specimen({ title, children, look = "columns" }: SpecimenProps) {
  return (
    <section className="border-t border-hairline pt-4 pb-8 first-of-type:border-t-0">
      <h3 className="mb-4">{title}</h3>
      <div className={LOOK[look]}>{children}</div>
    </section>
  );
}
