import { useTranslations } from "next-intl";
import { formatDay } from "#lib/format/format-day.ts";
import type { CustomerCard } from "#lib/lookup/types.ts";

export type CardVoiceProps = Pick<CustomerCard, "quote"> & { locale: string };

/** The last thing a customer said. */
export function CardVoice({ quote, locale }: CardVoiceProps) {
  const t = useTranslations("lookup");
  if (!quote) return null;
  return (
    <section className="border-s-2 border-primary ps-4">
      <figure>
        <figcaption className="text-xs text-muted">
          {t("lastQuote", { day: formatDay(quote.occurredOn, locale) })}
        </figcaption>
        <blockquote className="break-words">{t("quote", { text: quote.text })}</blockquote>
      </figure>
    </section>
  );
}
