import { Check, CircleDashed, CircleSlash, Clock, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip, type Tone } from "#components/ui/chip.tsx";
import type { CaseSummary, StoredOutcome } from "#lib/defection/types.ts";
import { formatDay } from "#lib/format/format-day.ts";

const LOOK: Record<StoredOutcome, { tone: Tone; icon: ReactNode }> = {
  saved: { tone: "good", icon: <Check /> },
  lost: { tone: "bad", icon: <X /> },
  false_alarm: { tone: "neutral", icon: <CircleSlash /> },
  merged: { tone: "neutral", icon: <CircleSlash /> },
};

/** How a case ended. */
export function OutcomeChip({ outcome }: { outcome: StoredOutcome }) {
  const t = useTranslations("watchlist");
  return <Chip {...LOOK[outcome]}>{t(`states.${outcome}`)}</Chip>;
}

export type CaseCellProps = { latest: CaseSummary | null; locale: string };

/** Who answers for a case, what comes next and by when; or how the last one ended. */
export function CaseCell({ latest, locale }: CaseCellProps) {
  const t = useTranslations("watchlist");
  if (!latest) return <span className="text-muted">{t("noCase")}</span>;
  if (latest.outcome) return <OutcomeChip outcome={latest.outcome} />;
  return (
    <>
      <span className="block font-medium">{latest.responsible?.name ?? t("nobody")}</span>
      <NextStep latest={latest} locale={locale} />
    </>
  );
}

/** What comes next in an open case, and by when. */
export function NextStep({ latest, locale }: { latest: CaseSummary; locale: string }) {
  const t = useTranslations("watchlist");
  const { nextStep, dueOn, isOverdue } = latest;
  if (nextStep === null && dueOn === null)
    return (
      <span className="flex items-center gap-1 text-bad [&_.lucide]:size-3">
        <CircleDashed aria-hidden="true" />
        {t("noNextStep")}
      </span>
    );
  return (
    <span className="block text-muted">
      {nextStep}
      {dueOn !== null && (
        <span
          className={`flex items-center gap-1 sm:whitespace-nowrap [&_.lucide]:size-3 ${isOverdue ? "text-bad" : ""}`}
        >
          <Clock aria-hidden="true" />
          {t(isOverdue ? "overdue" : "due", { day: formatDay(dueOn, locale) })}
        </span>
      )}
    </span>
  );
}
