import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { signalsAddress } from "#lib/signals/filter.ts";
import { SignalsTable, type SignalsTableProps } from "./signals-table.tsx";

export type CustomerSignalsProps = Pick<SignalsTableProps, "signals" | "slug"> & {
  /** The customer's */
  number: string;
  formats: { locale: string };
};

/** The last that a customer said, and the way to all of it. */
export function CustomerSignals({ signals, slug, number, formats }: CustomerSignalsProps) {
  const t = useTranslations("listening");
  return (
    <Panel
      title={t("ofCustomer")}
      hasPadding={false}
      actions={
        <ButtonLink
          href={`/w/${slug}/listening${signalsAddress.write({ ...signalsAddress.usual, customer: number })}`}
          variant="quiet"
          size="sm"
        >
          {t("allOfCustomer")}
        </ButtonLink>
      }
    >
      <SignalsTable signals={signals} slug={slug} locale={formats.locale} isOfOne />
    </Panel>
  );
}
