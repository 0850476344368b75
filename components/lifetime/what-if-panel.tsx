import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { IntervalWhisker } from "#components/ui/interval-whisker.tsx";
import { KpiStrip, KpiTile } from "#components/ui/kpi-tile.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { Forecast } from "#lib/clv-runs/index.ts";
import { runMonthAddress } from "#lib/clv-runs/run-month.ts";
import { cappedRetention } from "#lib/clv-runs/what-if.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { useMeasureWords } from "./measure-words.ts";
import { measureOf } from "./run-definition.tsx";
import { WhatIfForm } from "./what-if-form.tsx";

export type WhatIfPanelProps = {
  forecast: Forecast;
  /** As the address has it, "" for the latest */
  month: string;
  formats: ValueFormats;
  /** The page without a query */
  href: string;
};

/** What a run comes to as it is and as it would be with another retention, margin or discount, as far as its model can tell. */
export function WhatIfPanel({ forecast, month, formats, href }: WhatIfPanelProps) {
  const t = useTranslations("lifetime");
  const { run, usual, scenario, outcome, askable } = forecast;
  const hints = useHints(forecast, formats);
  const fixed = useFixedWords(forecast);
  if (!outcome) return <Panel title={t("whatIf.title")}>{t("whatIf.none")}</Panel>;
  const { number, share } = formats;
  return (
    <Panel
      title={<Finding forecast={forecast} formats={formats} />}
      caption={t("whatIf.caption", {
        sampled: number(outcome.sampled),
        customers: number(run.customers),
        isSample: outcome.isSample ? "yes" : "no",
        isModel: run.model === "historic" ? "no" : "yes",
      })}
      footer={
        <ButtonLink href={href + runMonthAddress.write({ month })}>{t("whatIf.reset")}</ButtonLink>
      }
    >
      <p className="hidden text-2xs text-muted print:block">
        {t("whatIf.asked", {
          fields: askable.join("_"),
          retention: formatNumber(scenario.retentionPoints, formats.locale, { isSigned: true }),
          margin: share(scenario.marginRate),
          discount: share(scenario.discountRateAnnual),
        })}
      </p>
      <div className="grid gap-6 lg:grid-cols-2">
        <WhatIfForm
          key={JSON.stringify([month, usual])}
          href={href}
          keep={runMonthAddress.keep({ month })}
          values={{
            retention: scenario.retentionPoints,
            margin: percentOf(scenario.marginRate),
            discount: percentOf(scenario.discountRateAnnual),
          }}
          fields={askable}
          hints={hints}
          bad={forecast.bad}
        />
        <Outcome forecast={forecast} formats={formats} />
      </div>
      <CappedNote forecast={forecast} formats={formats} />
      {fixed && <p className="mt-4 max-w-[76ch] text-2xs text-muted">{fixed}</p>}
    </Panel>
  );
}

type PartProps = { forecast: Forecast; formats: ValueFormats };

function useHints({ run, usual, retention }: Forecast, { share }: ValueFormats) {
  const t = useTranslations("lifetime.whatIf.hints");
  return {
    retention: t("retention", { now: share(retention), basis: run.basis }),
    margin: t("margin", { now: share(usual.marginRate), measure: measureOf(run) }),
    discount: t("discount", { now: share(usual.discountRateAnnual) }),
  };
}

/** Why some numbers cannot be changed for this run. */
function useFixedWords({ run, askable }: Forecast): string | null {
  const t = useTranslations("lifetime.whatIf.fixed");
  if (run.model === "pareto_nbd" || run.model === "historic") return t(run.model);
  return askable.includes("retention") ? null : t("noSample");
}

/** That the retention asked for cannot be, and what it was taken as. */
function CappedNote({ forecast: { run, scenario, retention }, formats }: PartProps) {
  const t = useTranslations("lifetime.whatIf");
  const bound = cappedRetention(run, scenario);
  if (bound === null) return null;
  return (
    <div className="mt-4">
      <Notice tone="warn">
        {t("capped", {
          bound: formats.share(bound),
          now: formats.share(retention),
          points: formatNumber(scenario.retentionPoints, formats.locale, { isSigned: true }),
        })}
      </Notice>
    </div>
  );
}

function Finding({ forecast: { run, outcome }, formats }: PartProps) {
  const t = useTranslations("lifetime");
  const change = (outcome?.valueMinor ?? 0) - (run.totals?.valueMinor ?? 0);
  return t("whatIf.finding", {
    name: useMeasureWords()(run).totalInText,
    direction: change > 0 ? "up" : change < 0 ? "down" : "same",
    change: formats.money(Math.abs(change)),
    total: formats.money(outcome?.valueMinor ?? null),
    share: formats.share(outcome?.ratio == null ? null : Math.abs(outcome.ratio - 1)),
  });
}

function Outcome({ forecast: { run, outcome }, formats }: PartProps) {
  const t = useTranslations("lifetime");
  const name = useMeasureWords()(run).total;
  const tile = (label: string, value: number | null, bounds: readonly [number, number] | null) => {
    const interval = formats.interval(bounds);
    return (
      <KpiTile
        label={label}
        value={formats.money(value)}
        {...(bounds ? { interval } : {})}
        whisker={
          value !== null &&
          bounds && (
            <IntervalWhisker
              value={value}
              low={bounds[0]}
              high={bounds[1]}
              label={t("intervalOf", { interval })}
              width={96}
            />
          )
        }
      />
    );
  };
  return (
    <div role="status">
      <KpiStrip label={name} columns={2}>
        {tile(t("whatIf.asIs"), run.totals?.valueMinor ?? null, run.totals?.interval ?? null)}
        {tile(t("whatIf.then"), outcome?.valueMinor ?? null, outcome?.interval ?? null)}
      </KpiStrip>
      {outcome?.interval && <p className="mt-3 text-2xs text-muted">{t("whatIf.note")}</p>}
    </div>
  );
}

/** 0.375 → 37.5; rounded where binary fractions would show. */
function percentOf(rate: number): number {
  return Number((100 * rate).toFixed(2));
}
