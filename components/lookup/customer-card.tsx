import { ShieldCheck, TrendingDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TierPromise } from "#components/tiers/tier-promise.tsx";
import { TreatmentLines } from "#components/tiers/treatment-lines.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Chip } from "#components/ui/chip.tsx";
import type { CustomerCard as Card } from "#lib/lookup/types.ts";
import { CardCase } from "./card-case.tsx";
import { CardComplaints } from "./card-complaints.tsx";
import { CardContacts } from "./card-contacts.tsx";
import { CardNext } from "./card-next.tsx";
import { CardScore } from "./card-score.tsx";
import { CardTip } from "./card-tip.tsx";
import { CardVoice } from "./card-voice.tsx";

export type CustomerCardProps = {
  card: Card;
  slug: string;
  locale: string;
  currency: string;
  /** The phone number, masked, with its button */
  phone: ReactNode;
  mayLog: boolean;
  /** Whether complaints have pages of their own for the reader */
  mayReadComplaints: boolean;
};

/** A customer for whoever speaks with them: who, how to treat them, what is open, what was last. */
export function CustomerCard(props: CustomerCardProps) {
  const { card, slug, locale, currency, phone, mayLog, mayReadComplaints } = props;
  const t = useTranslations("lookup");
  const base = `/w/${slug}/lookup/${card.id}`;
  return (
    <article className="space-y-3 **:scroll-mb-20 sm:space-y-4">
      <CardHead card={card} />
      <HowToTreat card={card} currency={currency} locale={locale} />
      <CardComplaints
        complaints={card.complaints}
        hasCalendar={card.hasCalendar}
        href={mayReadComplaints ? `/w/${slug}/data/complaints` : null}
        locale={locale}
      />
      <CardScore score={card.score} locale={locale} />
      {card.openCase && <CardCase open={card.openCase} locale={locale} />}
      <CardNext card={card} locale={locale} />
      <CardVoice quote={card.quote} locale={locale} />
      <CardContacts
        contacts={card.contacts}
        allHref={`/w/${slug}/customers/${card.id}`}
        locale={locale}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {phone}
        <span className="ms-auto text-xs text-muted">{t("viewsLogged")}</span>
      </div>
      {mayLog && (
        <nav aria-label={t("actions")} className={ACTIONS}>
          <ButtonLink href={`${base}/log`} variant="primary">
            {t("log")}
          </ButtonLink>
          <ButtonLink href={`${base}/complaint`}>{t("complaint")}</ButtonLink>
          <ButtonLink href={`${base}/thank`}>{t("thank")}</ButtonLink>
        </nav>
      )}
    </article>
  );
}

/** Always in reach: above the bar at the foot of a phone, or at the foot of the window. */
const ACTIONS =
  "no-print sticky bottom-16 z-5 -mx-4 grid grid-cols-3 gap-3 border-t border-hairline bg-surface px-4 py-2 lg:bottom-0";

function CardHead({ card }: { card: Card }) {
  const t = useTranslations("lookup");
  const value = useTranslations("value");
  const { name, externalId, segment, since, standing } = card;
  const parts = [
    name === null ? t("noName") : externalId,
    ...(segment ? [value(`segments.${segment}`)] : []),
    ...(since ? [t("since", { year: since.slice(0, 4) })] : []),
  ];
  const hasStanding = typeof standing !== "string";
  return (
    <header className="space-y-3">
      <div className="flex items-center gap-3">
        <Avatar name={name ?? externalId} size="lg" />
        <div className="min-w-0">
          <h1 className="text-lg break-words">{name ?? externalId}</h1>
          <p className="text-xs text-muted">{parts.join(" · ")}</p>
        </div>
      </div>
      <ul aria-label={t("chips")} className="flex flex-wrap gap-2 *:flex">
        <li>
          <Chip isMuted={!hasStanding}>
            {hasStanding ? t("tier", { tier: standing.tierName }) : t("noTier")}
          </Chip>
        </li>
        {card.plans.map((plan) => (
          <li key={plan}>
            <Chip icon={<ShieldCheck />}>{plan}</Chip>
          </li>
        ))}
        {hasStanding && standing.mayLeave && (
          <li>
            <Chip tone="bad" icon={<TrendingDown />}>
              {t("mayLeave")}
            </Chip>
          </li>
        )}
      </ul>
    </header>
  );
}

type HowToTreatProps = { card: Card; currency: string; locale: string };

function HowToTreat({ card: { standing, tip }, currency, locale }: HowToTreatProps) {
  const t = useTranslations("lookup");
  const tier = typeof standing === "string" ? null : standing.tier;
  return (
    <section className="space-y-2 rounded-md bg-tint-primary p-3">
      <h2 className="text-xs font-medium text-primary">{t("treatTitle")}</h2>
      {tier ? (
        <>
          <TreatmentLines lines={tier.lines} />
          <TierPromise tier={tier} currency={currency} locale={locale} />
        </>
      ) : (
        <p>{t("treatUsual")}</p>
      )}
      {tip && <CardTip tip={tip} />}
    </section>
  );
}
