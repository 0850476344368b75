import type { ReactNode } from "react";

type MainAndAsideProps = Readonly<{ children: ReactNode }>;

/** What a page is about, and beside it what belongs to it: one below the other where the page itself, with its size of text, has no room. */
export function MainAndAside({ children }: MainAndAsideProps) {
  return (
    <div className="@container/page">
      <div className="grid grid-cols-1 items-start gap-4 @3xl/page:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        {children}
      </div>
    </div>
  );
}
