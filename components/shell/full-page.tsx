import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "./mark.tsx";

export type FullPageProps = { appName: string; children: ReactNode };

/** A page without a workspace around it: the sign, and one thing to say. */
export function FullPage({ appName, children }: FullPageProps) {
  return (
    <div className="flex min-h-dvh flex-col px-4 py-8 sm:px-10">
      <header className="flex">
        <Link href="/" className="flex min-h-11 items-center gap-2 text-md font-semibold">
          <Mark size={28} />
          {appName}
        </Link>
      </header>
      <main id="main" className="m-auto w-full max-w-xl py-8">
        {children}
      </main>
    </div>
  );
}
