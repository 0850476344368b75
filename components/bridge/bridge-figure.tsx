import { useTranslations } from "next-intl";
import { BridgeRows } from "#components/charts/bridge-rows.tsx";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { Link } from "#components/ui/link.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { LifetimeBridge } from "#lib/bridge/index.ts";
import type { Bridge, BridgePart, BridgeTerm } from "#lib/bridge/types.ts";
import { BridgeFinding } from "./bridge-finding.tsx";
import { type BridgeHrefs, GapsList } from "./gaps-list.tsx";

export type BridgeFigureProps = {
  found: Pick<LifetimeBridge, "run" | "value">;
  part: BridgePart;
  hasAcquisition: boolean;
  formats: ValueFormats;
  exportHref: string;
  hrefs: BridgeHrefs;
  /** The page with all of it, where this is not that page */
  moreHref?: string;
};

/** How what was ordered leads to what was earned so far, and with what is expected to lifetime value. */
export function BridgeFigure(props: BridgeFigureProps) {
  const { found, part, hasAcquisition, formats, exportHref, hrefs, moreHref } = props;
  const t = useTranslations("bridge");
  const nameOf = useTermNames(part.bridge);
  return (
    <Figure
      title={<BridgeFinding bridge={part.bridge} formats={formats} />}
      caption={<Caption found={found} part={part} formats={formats} />}
      exportHref={exportHref}
      table={{
        label: t("table"),
        content: <StepRows bridge={part.bridge} formats={formats} nameOf={nameOf} />,
      }}
    >
      <Bars bridge={part.bridge} formats={formats} nameOf={nameOf} />
      <p className="mt-4 text-2xs text-muted">
        {part.bridge.steps.at(-1)?.term === "lifetime" && t("addition")}{" "}
        {moreHref && <Link href={moreHref}>{t("more")}</Link>}
      </p>
      <GapsList gaps={part.bridge.gaps} hasAcquisition={hasAcquisition} hrefs={hrefs} />
    </Figure>
  );
}

type NameOf = (term: BridgeTerm) => string;

/** What each step is called; without a margin the sums are of revenue. */
export function useTermNames({ gaps }: Pick<Bridge, "gaps">): NameOf {
  const t = useTranslations("bridge");
  const isRevenue = gaps.includes("goods");
  return (term) =>
    isRevenue && (term === "earned" || term === "expected" || term === "lifetime")
      ? t(`revenueTerms.${term}`)
      : t(`terms.${term}`);
}

export type BarsProps = { bridge: Bridge; formats: ValueFormats; nameOf: NameOf };

/** The steps as bars; the last one is the total. */
export function Bars({ bridge, formats, nameOf }: BarsProps) {
  const t = useTranslations("bridge");
  const { steps, totalMinor, interval } = bridge;
  const last = steps.at(-1)?.term ?? "earned";
  return (
    <BridgeRows
      label={t("label", {
        ordered: formats.money(steps[0]?.amountMinor ?? 0),
        total: `${nameOf(last)} ${formats.money(totalMinor)}`,
      })}
      steps={steps.slice(0, -1).map(({ term, amountMinor }) => ({
        ...{ key: term, name: nameOf(term), amount: amountMinor, isSum: term === "earned" },
      }))}
      totalName={nameOf(last)}
      totalNote={interval ? t("interval", { interval: formats.interval(interval) }) : undefined}
      format={{ locale: formats.locale, currency: formats.currency }}
    />
  );
}

function StepRows({ bridge: { steps, customers }, formats, nameOf }: BarsProps) {
  const t = useTranslations("bridge");
  return (
    <DataRows
      head={[t("step"), t("amount"), t("each")]}
      rows={steps.map(({ term, amountMinor }) => ({
        key: term,
        cells: [
          nameOf(term),
          formats.exactMoney(amountMinor),
          formats.exactMoney(customers === 0 ? null : Math.round(amountMinor / customers)),
        ],
      }))}
    />
  );
}

function Caption({ found, part, formats }: Pick<BridgeFigureProps, "found" | "part" | "formats">) {
  const t = useTranslations("bridge");
  const { run, value } = found;
  return t("caption", {
    tier: part.name ?? "all",
    day: formats.day(value.asOfOn),
    hasAhead: part.bridge.steps.some(({ term }) => term === "expected") ? "yes" : "no",
    cutoff: formats.day(run.cutoffOn),
    months: run.horizonMonths,
    rate: formats.share(run.discountRateAnnual),
    count: part.bridge.customers,
    customers: formats.number(part.bridge.customers),
  });
}
