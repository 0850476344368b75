import type { ReactNode } from "react";
import { cx } from "#lib/class-names.ts";

export type Tone = "neutral" | "good" | "warn" | "bad" | "info";

export type ChipProps = {
  children: ReactNode;
  /** The state's colour stays on the icon; the word keeps the colour of text. */
  icon?: ReactNode;
  tone?: Tone;
  isMuted?: boolean;
};

export const TONE_TEXT: Record<Tone, string> = {
  neutral: "text-muted",
  good: "text-good",
  warn: "text-warn",
  bad: "text-bad",
  info: "text-info",
};

/** A word about a state or a group. */
export function Chip({ children, icon, tone = "neutral", isMuted }: ChipProps) {
  return (
    <span
      className={cx(
        "inline-flex h-5 shrink-0 items-center gap-1 rounded-full pe-2 text-2xs font-medium whitespace-nowrap",
        icon ? "ps-1.5" : "ps-2",
        isMuted ? "bg-raised text-muted" : "bg-surface inset-ring inset-ring-hairline",
      )}
    >
      {icon && (
        <span className={cx("[&_.lucide]:size-3 [&_.lucide]:stroke-[2.25]", TONE_TEXT[tone])}>
          {icon}
        </span>
      )}
      {children}
    </span>
  );
}
