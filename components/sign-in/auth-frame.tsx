import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Mark } from "#components/shell/mark.tsx";
import { ThreeLines } from "./three-lines.tsx";

export type AuthFrameProps = {
  title: string;
  /** One line under the title */
  purpose?: ReactNode;
  children: ReactNode;
};

/** The page around everything that happens before somebody is in a workspace: a narrow form, and the claim beside it. */
export function AuthFrame({ title, purpose, children }: AuthFrameProps) {
  const t = useTranslations("signIn");
  const common = useTranslations("common");
  return (
    <div className="grid min-h-dvh lg:grid-cols-2">
      <main id="main" className="flex flex-col px-4 py-8 sm:px-10">
        <Link
          href="/"
          className="-my-2 flex min-h-11 items-center gap-2 self-start text-md font-semibold"
        >
          <Mark size={28} />
          {common("appName")}
        </Link>
        <div className="m-auto w-full max-w-90 py-10">
          <h1 className="text-2xl">{title}</h1>
          {purpose && <p className="mt-1 break-words text-muted">{purpose}</p>}
          {children}
        </div>
      </main>
      <aside className="hidden flex-col justify-center border-s border-hairline bg-canvas p-16 lg:flex">
        <div className="sticky top-16 mx-auto w-full max-w-128">
          <ThreeLines />
          <h2 className="mt-6 max-w-[24ch] text-2xl">{t("claim")}</h2>
          <p className="mt-2 max-w-[48ch] text-md text-muted">{t("claimText")}</p>
        </div>
      </aside>
    </div>
  );
}
