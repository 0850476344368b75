import { CircleX, Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip, type Tone } from "#components/ui/chip.tsx";
import { Link } from "#components/ui/link.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";
import { isWarningCode } from "#lib/clv-runs/warning-codes.ts";
import { doubtValues } from "./doubt-values.ts";

type Doubt = RunDetail["warnings"][number];

export type DoubtsListProps = {
  doubts: readonly Doubt[];
  formats: ValueFormats;
  /** Where each is explained: "/w/alder/value/help" */
  helpHref: string;
};

const LOOK: Record<Doubt["level"], { tone: Tone; icon: ReactNode }> = {
  refusal: { tone: "bad", icon: <CircleX /> },
  red: { tone: "bad", icon: <TriangleAlert /> },
  amber: { tone: "warn", icon: <TriangleAlert /> },
  note: { tone: "info", icon: <Info /> },
};

/** What speaks against a run, in plain words, the most serious first. */
export function DoubtsList({ doubts, formats, helpHref }: DoubtsListProps) {
  const t = useTranslations("lifetime");
  return (
    <ul className="flex flex-col gap-3">
      {bySeriousness(doubts).map((doubt) => (
        <li key={doubt.code} className="flex flex-wrap items-start gap-x-3 gap-y-1">
          <Chip {...LOOK[doubt.level]}>{t(`levels.${doubt.level}`)}</Chip>
          <span className="min-w-0 flex-1 basis-60">
            <DoubtWords doubt={doubt} formats={formats} />{" "}
            <Link href={`${helpHref}#${doubt.code}`}>{t("help.about")}</Link>
          </span>
        </li>
      ))}
    </ul>
  );
}

const LEVELS = ["refusal", "red", "amber", "note"] as const satisfies readonly Doubt["level"][];

function bySeriousness(doubts: readonly Doubt[]): Doubt[] {
  return doubts.toSorted((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level));
}

/** One doubt as a sentence; a code of a later version is named as it is. */
export function DoubtWords({ doubt, formats }: { doubt: Doubt; formats: ValueFormats }) {
  const t = useTranslations("lifetime");
  if (!isWarningCode(doubt.code)) return doubt.code;
  return t(`warnings.${doubt.code}`, doubtValues(doubt.values, formats));
}
