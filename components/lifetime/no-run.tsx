import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export type NoRunProps = {
  /** Nothing to compute from, no run at all, one that foretells nothing, or one with nothing to compare it with; `past`: of a month before */
  reason: keyof typeof LABELS;
  /** Where a run is started, or where there is nothing yet a file is imported; null for those who may not */
  href: string | null;
};

const LABELS = {
  nothing: "importFirst",
  none: "compute",
  historic: "newRun",
  alone: "newRun",
  pastHistoric: "newRun",
  pastAlone: "newRun",
} as const;

/** Why a view of lifetime value is empty, and the way out. */
export function NoRun({ reason, href }: NoRunProps) {
  const t = useTranslations("lifetime");
  return (
    <EmptyState
      kind="nothing-yet"
      title={t(`noRun.${reason}.title`)}
      actions={
        href && (
          <ButtonLink href={href} variant="primary">
            {t(LABELS[reason])}
          </ButtonLink>
        )
      }
    >
      {t(`noRun.${reason}.text`)}
    </EmptyState>
  );
}
