import { useTranslations } from "next-intl";
import { formatDay } from "#lib/format/format-day.ts";
import { type NextSentence, nextSentence } from "#lib/lookup/say-next.ts";
import type { CustomerCard } from "#lib/lookup/types.ts";

export type CardNextProps = { card: CustomerCard; locale: string };

/** A first sentence to the customer, from what is recorded and what their tier is promised. */
export function CardNext({ card, locale }: CardNextProps) {
  const t = useTranslations("lookup.next");
  const sentence = nextSentence(card);
  const words = useWords(card.hasCalendar ? "opening" : "all", locale);
  if (!sentence) return null;
  return (
    <section className="space-y-0.5 border-s-2 border-primary ps-4">
      <h2 className="text-xs font-normal text-muted">{t("title")}</h2>
      <p className="text-md break-words">{t("quote", { text: words(sentence) })}</p>
    </section>
  );
}

type Hours = "opening" | "all";

function useWords(hours: Hours, locale: string): (sentence: NextSentence) => string {
  const t = useTranslations("lookup.next");
  return (sentence) => {
    if (sentence.kind === "spoken") {
      const { text, occurredOn } = sentence;
      return t("spoken", { text, day: formatDay(occurredOn, locale) });
    }
    const { subject, receivedOn } = sentence;
    const day = formatDay(receivedOn, locale);
    const known = subject === null ? t("waitingAlone", { day }) : t("waiting", { subject, day });
    return [known, ...promiseWords(t, hours, sentence)].join(" ");
  };
}

function promiseWords(
  t: ReturnType<typeof useTranslations<"lookup.next">>,
  hours: Hours,
  { hoursLeft, promisedHours }: Extract<NextSentence, { kind: "waiting" }>,
): string[] {
  if (hoursLeft === null || promisedHours === null) return [];
  if (hoursLeft < 0) return [t("late", { hours, count: promisedHours })];
  return [hoursLeft === 0 ? t("withinTheHour") : t("within", { hours, count: hoursLeft })];
}
