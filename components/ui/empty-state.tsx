import { CloudAlert, Inbox, Lock, SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "#lib/class-names.ts";

/** Why there is nothing to see; the fifth case, loading, is a Skeleton. */
export type EmptyKind = "nothing-yet" | "no-match" | "no-permission" | "failed";

export type EmptyStateProps = {
  kind: EmptyKind;
  title: string;
  /** Why, in one or two sentences */
  children?: ReactNode;
  /** One action, a second at most */
  actions?: ReactNode;
  /** Stands over the title of a large one */
  picture?: ReactNode;
  /** Nothing yet in one part of a page that has others */
  isSmall?: boolean;
  /** The level of the title in the page */
  level?: 1 | 2;
};

const ICON: Record<EmptyKind, ReactNode> = {
  "nothing-yet": <Inbox />,
  "no-match": <SearchX />,
  "no-permission": <Lock />,
  failed: <CloudAlert className="text-bad" />,
};

/** Says what is not here, why, and the one thing to do about it. */
export function EmptyState({
  kind,
  title,
  children,
  actions,
  picture,
  isSmall = false,
  level = 2,
}: EmptyStateProps) {
  const Heading = `h${level}` as const;
  const isLarge = kind === "nothing-yet" && !isSmall;
  return (
    <div className={cx("rounded-md border border-hairline bg-surface", isLarge ? LARGE : SMALL)}>
      <div aria-hidden="true" className={cx("text-muted", isLarge && "[&>.lucide]:size-6")}>
        {picture ?? ICON[kind]}
      </div>
      <div className={cx("min-w-0", isLarge && "flex flex-col items-center")}>
        <Heading className={cx("max-w-full break-words", isLarge && "mt-4 text-lg")}>
          {title}
        </Heading>
        {children && <div className="mt-1 max-w-[64ch] break-words text-muted">{children}</div>}
        {actions && (
          <div className={cx("flex flex-wrap gap-2", isLarge ? "mt-6 justify-center" : "mt-3")}>
            {actions}
          </div>
        )}
      </div>
    </div>
  );
}

const LARGE = "flex min-h-80 flex-col items-center justify-center px-5 py-12 text-center";
const SMALL = "flex gap-3 p-5 [&_.lucide]:mt-0.5";
