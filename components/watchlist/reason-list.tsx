import { useTranslations } from "next-intl";
import type { Reason } from "#lib/defection/types.ts";
import { useReasonWords } from "./reason-words.ts";

export type ReasonListProps = { reasons: readonly Reason[]; locale: string };

/** Why a customer may leave, the worst first. */
export function ReasonList({ reasons, locale }: ReasonListProps) {
  const t = useTranslations("watchlist");
  const words = useReasonWords(locale);
  if (reasons.length === 0) return <p className="text-muted">{t("noReason")}</p>;
  return (
    <ul className="space-y-0.5">
      {reasons.map((reason, index) => (
        <li key={reason.kind} className={index === 0 ? "" : "text-muted"}>
          {words(reason)}
        </li>
      ))}
    </ul>
  );
}
