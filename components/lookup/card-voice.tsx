import { useTranslations } from "next-intl";
import { formatDay } from "#lib/format/format-day.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { CustomerCard } from "#lib/lookup/types.ts";

export type CardVoiceProps = Pick<CustomerCard, "score" | "quote"> & { locale: string };

/** The last score a customer gave, and the last thing they said. */
export function CardVoice({ score, quote, locale }: CardVoiceProps) {
  const t = useTranslations("lookup");
  if (!score && !quote) return null;
  return (
    <section className="space-y-2 border-s-2 border-primary ps-4">
      {score && (
        <p>
          <span className="text-xs text-muted">{t("lastScore")}</span>{" "}
          <span className="font-medium tabular-nums">
            {t(score.scaleMax === null ? "scoreAlone" : "scoreOf", {
              score: formatNumber(score.score, locale),
              most: formatNumber(score.scaleMax, locale),
              day: formatDay(score.occurredOn, locale),
            })}
          </span>
        </p>
      )}
      {quote && (
        <figure>
          <figcaption className="text-xs text-muted">
            {t("lastQuote", { day: formatDay(quote.occurredOn, locale) })}
          </figcaption>
          <blockquote className="break-words">{t("quote", { text: quote.text })}</blockquote>
        </figure>
      )}
    </section>
  );
}
