import { useTranslations } from "next-intl";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { valueFormats } from "#components/value/value-formats.ts";
import { customerBridgeOf } from "#lib/bridge/customer-bridge-of.ts";
import type { CustomerExtras } from "#lib/bridge/index.ts";
import type { Bridge } from "#lib/bridge/types.ts";
import type { CustomerValueView } from "#lib/customers/types.ts";
import type { StandingValue } from "#lib/lookup/types.ts";
import { Bars, useTermNames } from "./bridge-figure.tsx";

export type CustomerBridgeProps = {
  value: CustomerValueView;
  /** What the last run says, as far as the role goes; null where it says nothing */
  ahead: StandingValue | null;
  extras: CustomerExtras;
  currency: string;
  locale: string;
  /** null for those who may not take it away */
  exportHref: string | null;
};

/** How what a customer ordered leads to what they are worth, for those who may read value. */
export function CustomerBridge(props: CustomerBridgeProps) {
  const { value, ahead, extras, currency, locale, exportHref } = props;
  const t = useTranslations("bridge");
  const bridge = customerBridgeOf({ value, ahead, returnedMinor: extras.returnedMinor });
  const nameOf = useTermNames(bridge);
  const formats = valueFormats(currency, locale);
  const band = ahead?.band ?? null;
  return (
    <Figure
      title={t("customerFinding", {
        measure: value.marginMinor === null ? "revenue" : "margin",
        earned: formats.money(earnedIn(bridge)),
        ordered: formats.money(bridge.steps[0]?.amountMinor ?? null),
      })}
      caption={t("customerCaption", { day: formats.day(value.lastOrderedOn) })}
      exportHref={exportHref}
      table={{
        label: t("customerTitle"),
        content: (
          <DataRows
            head={[t("step"), t("amount")]}
            rows={bridge.steps.map(({ term, amountMinor }) => ({
              key: term,
              cells: [nameOf(term), formats.exactMoney(amountMinor)],
            }))}
          />
        ),
      }}
    >
      <Bars bridge={bridge} formats={formats} nameOf={nameOf} />
      <div className="mt-3 space-y-1 text-2xs text-muted">
        <p>
          {band && ahead
            ? t("customerAhead", { months: ahead.horizonMonths, band: formats.interval(band) })
            : t("customerNoModel")}
        </p>
        {extras.acquisitionMinor !== null && (
          <p>{t("customerAcquisition", { cost: formats.exactMoney(extras.acquisitionMinor) })}</p>
        )}
      </div>
    </Figure>
  );
}

function earnedIn({ steps }: Bridge): number | null {
  return steps.find(({ term }) => term === "earned")?.amountMinor ?? null;
}
