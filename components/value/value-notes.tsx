import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import type { ValueOverview } from "#lib/value/types.ts";
import { RatesInForce } from "./value-definition.tsx";
import type { ValueFormats } from "./value-formats.ts";

export type ValueNotesProps = {
  value: ValueOverview;
  formats: ValueFormats;
  customersHref: string;
  ratesHref: string | null;
  segmentsHref: string;
};

/** How value is defined here, how far to trust it, and what is left out. */
export function ValueNotes(props: ValueNotesProps) {
  const { value, formats, customersHref, ratesHref, segmentsHref } = props;
  const t = useTranslations("value");
  const without = value.customers - value.customersWithOrders;
  return (
    <footer className="grid gap-x-8 gap-y-4 pt-2 text-2xs text-muted lg:grid-cols-3">
      <Note title={t("definitionTitle")}>
        {value.profitMinor === null ? (
          t("definedAsRevenue")
        ) : (
          <>
            {t("definedAsProfit")} <RatesInForce rates={value.rates} formats={formats} />{" "}
            {t.rich("profitElsewhere", {
              segments: (words) => <Link href={segmentsHref}>{words}</Link>,
            })}
          </>
        )}{" "}
        {ratesHref && (
          <Link href={ratesHref}>
            {t(value.profitMinor === null ? "setMargin" : "changeRates")}
          </Link>
        )}
      </Note>
      <Note title={t("trustTitle")}>{t("trustText")}</Note>
      <Note title={t("qualityTitle")}>
        {t("qualityText", {
          currency: value.currency,
          first: formats.day(value.firstOrderedOn),
          last: formats.day(value.lastOrderedOn),
        })}{" "}
        {without > 0 && (
          <>
            {t("leftOut", { count: without, customers: formats.number(without) })}{" "}
            <Link href={`${customersHref}?segment=no_orders`}>{t("seeThem")}</Link>
          </>
        )}
      </Note>
    </footer>
  );
}

function Note({ title, children }: { title: string; children: ReactNode }) {
  return (
    <p>
      <b className="font-semibold text-text">{title}</b> {children}
    </p>
  );
}
