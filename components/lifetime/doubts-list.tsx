import { CircleX, Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip, type Tone } from "#components/ui/chip.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";
import { isWarningCode } from "#lib/clv-runs/warning-codes.ts";

type Doubt = RunDetail["warnings"][number];

export type DoubtsListProps = { doubts: readonly Doubt[]; formats: ValueFormats };

const LOOK: Record<Doubt["level"], { tone: Tone; icon: ReactNode }> = {
  refusal: { tone: "bad", icon: <CircleX /> },
  red: { tone: "bad", icon: <TriangleAlert /> },
  amber: { tone: "warn", icon: <TriangleAlert /> },
  note: { tone: "info", icon: <Info /> },
};

/** What speaks against a run, in plain words, the most serious first. */
export function DoubtsList({ doubts, formats }: DoubtsListProps) {
  const t = useTranslations("lifetime");
  return (
    <ul className="flex flex-col gap-3">
      {doubts.map((doubt) => (
        <li key={doubt.code} className="flex flex-wrap items-start gap-x-3 gap-y-1">
          <Chip {...LOOK[doubt.level]}>{t(`levels.${doubt.level}`)}</Chip>
          <span className="min-w-0 flex-1 basis-60">
            <DoubtWords doubt={doubt} formats={formats} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One doubt as a sentence; a code of a later version is named as it is. */
export function DoubtWords({ doubt, formats }: { doubt: Doubt; formats: ValueFormats }) {
  const t = useTranslations("lifetime");
  const { repeaters, needed, customers, share, spearman, totalError, auc } = doubt.values;
  if (!isWarningCode(doubt.code)) return doubt.code;
  return t(`warnings.${doubt.code}`, {
    repeaters: repeaters ?? 0,
    needed: formats.number(needed ?? null),
    customers: formats.number(customers ?? null),
    share: formats.share(share ?? null),
    spearman: formats.decimal(spearman ?? null),
    totalError: formats.share(totalError === undefined ? null : totalError),
    auc: formats.decimal(auc ?? null),
  });
}
