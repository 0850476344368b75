import { Heart, MessageCircle, ShoppingBag, Star } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay } from "#lib/format/format-day.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { CardContact } from "#lib/lookup/types.ts";

export type CardContactsProps = {
  contacts: readonly CardContact[];
  /** The page with everything about the customer */
  allHref: string;
  locale: string;
};

const ICONS: Record<CardContact["kind"], ReactNode> = {
  interaction: <MessageCircle />,
  signal: <Star />,
  order: <ShoppingBag />,
};

/** The newest contacts, feedback and orders, the last first. */
export function CardContacts({ contacts, allHref, locale }: CardContactsProps) {
  const t = useTranslations("lookup");
  return (
    <section className="space-y-1">
      <div className="flex items-center justify-between gap-4">
        <h2>{t("contacts")}</h2>
        <Link href={allHref} className="flex min-h-11 items-center text-primary sm:min-h-6">
          {t("allContacts")}
        </Link>
      </div>
      {contacts.length === 0 && <p className="text-muted">{t("noContacts")}</p>}
      <ul className="divide-y divide-hairline">
        {contacts.map((contact, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list, and contacts have no name of their own
          <li key={index} className="flex items-center gap-3 py-2.5">
            <span className="shrink-0 text-muted">
              {contact.isThanks ? <Heart /> : ICONS[contact.kind]}
            </span>
            <span className="min-w-0 flex-1 break-words">
              <ContactWords contact={contact} locale={locale} />
            </span>
            <span className="shrink-0 text-xs text-muted">
              {formatDay(contact.occurredOn, locale)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ContactWords({ contact, locale }: { contact: CardContact; locale: string }) {
  const t = useTranslations("lookup");
  const { kind, text, score, scaleMax, amountMinor, currency } = contact;
  if (kind === "order" && currency)
    return t("ordered", {
      what: text ?? t("kinds.order"),
      amount: formatMoney(amountMinor, currency, locale),
    });
  if (contact.isThanks) return text ? t("thanked", { text }) : t("thankedAlone");
  const what = text ?? t(`kinds.${kind}`);
  if (score === null) return what;
  return t(scaleMax === null ? "scoredAlone" : "scored", {
    what,
    score: formatNumber(score, locale),
    most: formatNumber(scaleMax, locale),
  });
}
