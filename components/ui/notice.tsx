import { CircleX, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "#lib/class-names.ts";

export type NoticeProps = {
  tone: "info" | "warn" | "bad";
  children: ReactNode;
  /** Read out at once: for an answer to something the person just did */
  isAlert?: boolean;
};

const LOOK: Record<NoticeProps["tone"], { icon: ReactNode; box: string }> = {
  info: { icon: <Info className="text-info" />, box: "border-hairline bg-canvas" },
  warn: { icon: <TriangleAlert className="text-warn" />, box: "border-hairline bg-tint-warn" },
  bad: { icon: <CircleX className="text-bad" />, box: "border-hairline bg-tint-bad" },
};

/** One or two sentences that must be seen. */
export function Notice({ tone, children, isAlert }: NoticeProps) {
  const { icon, box } = LOOK[tone];
  return (
    <div
      className={cx("flex gap-2 rounded-sm border px-3 py-2.5", box)}
      {...(isAlert ? { role: "alert" } : {})}
    >
      <span aria-hidden="true" className="mt-0.5">
        {icon}
      </span>
      <div className="min-w-0 break-words">{children}</div>
    </div>
  );
}
