import { Check, CheckCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import { Chip, type Tone } from "#components/ui/chip.tsx";
import { type EvidenceLevel, evidenceLevel } from "#lib/evidence/types.ts";

export type EvidenceBadgeProps = {
  /** Different sources that speak for it */
  sources: number;
};

const LOOK: Readonly<Record<EvidenceLevel, { icon: typeof Check; tone: Tone }>> = {
  none: { icon: CircleDashed, tone: "warn" },
  few: { icon: Check, tone: "info" },
  many: { icon: CheckCheck, tone: "good" },
};

/** How well something is backed: no source, one or two, three or more. */
export function EvidenceBadge({ sources }: EvidenceBadgeProps) {
  const t = useTranslations("evidence");
  const { icon: Icon, tone } = LOOK[evidenceLevel(sources)];
  return (
    <Chip icon={<Icon aria-hidden="true" />} tone={tone}>
      {t("sources", { count: sources })}
    </Chip>
  );
}
