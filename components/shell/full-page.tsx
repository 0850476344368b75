import type { ReactNode } from "react";
import { Mark } from "./mark.tsx";

export type FullPageProps = { appName: string; children: ReactNode };

/**
 * A page without a workspace around it: the sign, and one thing to say. What stands in place of a broken page is one too and comes along
 * with every other: its way home is a plain link, which also begins afresh.
 */
export function FullPage({ appName, children }: FullPageProps) {
  return (
    <div className="flex min-h-dvh flex-col px-4 py-8 sm:px-10">
      <header className="flex">
        <a href="/" className="flex min-h-11 items-center gap-2 text-md font-semibold">
          <Mark size={28} />
          {appName}
        </a>
      </header>
      <main id="main" className="m-auto w-full max-w-xl py-8">
        {children}
      </main>
    </div>
  );
}
