import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SegmentChip } from "#components/value/segment-chip.tsx";
import type { CustomerDetail } from "#lib/customers/types.ts";
import { formatDay } from "#lib/format/format-day.ts";

export type CustomerHeaderProps = {
  customer: CustomerDetail;
  locale: string;
  /** null for those who may not open the card */
  cardHref: string | null;
};

/** Who this is, and in which segment. */
export function CustomerHeader({ customer, locale, cardHref }: CustomerHeaderProps) {
  const t = useTranslations("customers");
  const { name, externalId, isMasked, segment, registeredOn } = customer;
  const parts = [
    name === null ? t(isMasked ? "hiddenName" : "noName") : externalId,
    ...(registeredOn ? [t("since", { day: formatDay(registeredOn, locale) })] : []),
  ];
  return (
    <>
      <PageHeader
        title={name ?? externalId}
        purpose={parts.join(" · ")}
        actions={
          cardHref && (
            <ButtonLink href={cardHref} prefetch={false}>
              {t("openCard")}
            </ButtonLink>
          )
        }
      />
      {segment && (
        <p className="flex items-center gap-2">
          <SegmentChip segment={segment} />
          <SegmentMeaning segment={segment} />
        </p>
      )}
    </>
  );
}

function SegmentMeaning({ segment }: { segment: NonNullable<CustomerDetail["segment"]> }) {
  const t = useTranslations("value");
  return <span className="text-xs text-muted">{t(`segmentMeanings.${segment}`)}</span>;
}
