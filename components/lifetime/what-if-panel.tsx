import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { IntervalWhisker } from "#components/ui/interval-whisker.tsx";
import { KpiStrip, KpiTile } from "#components/ui/kpi-tile.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { Forecast } from "#lib/clv-runs/index.ts";
import { measureOf } from "./run-definition.tsx";
import { WhatIfForm } from "./what-if-form.tsx";

export type WhatIfPanelProps = { forecast: Forecast; formats: ValueFormats; href: string };

/** Total CLV as it is and as it would be with another retention, margin or discount. */
export function WhatIfPanel({ forecast, formats, href }: WhatIfPanelProps) {
  const t = useTranslations("lifetime");
  const { run, usual, scenario, retention, outcome, bad } = forecast;
  if (!outcome || retention === null)
    return <Panel title={t("whatIf.title")}>{t("whatIf.none")}</Panel>;
  const { number, share } = formats;
  return (
    <Panel
      title={<Finding forecast={forecast} formats={formats} />}
      caption={t("whatIf.caption", {
        sampled: number(outcome.sampled),
        customers: number(run.customers),
        isSample: outcome.sampled < (run.customers ?? 0) ? "yes" : "no",
      })}
      footer={<ButtonLink href={href}>{t("whatIf.reset")}</ButtonLink>}
    >
      <div className="grid gap-6 lg:grid-cols-2">
        <WhatIfForm
          key={JSON.stringify(usual)}
          href={href}
          values={{
            retention: scenario.retentionPoints,
            margin: percentOf(scenario.marginRate),
            discount: percentOf(scenario.discountRateAnnual),
          }}
          hints={{
            retention: t("whatIf.hints.retention", { now: share(retention) }),
            margin: t("whatIf.hints.margin", {
              now: share(usual.marginRate),
              measure: measureOf(run),
            }),
            discount: t("whatIf.hints.discount", { now: share(usual.discountRateAnnual) }),
          }}
          bad={bad}
        />
        <Outcome forecast={forecast} formats={formats} />
      </div>
    </Panel>
  );
}

type PartProps = { forecast: Forecast; formats: ValueFormats };

function Finding({ forecast: { run, outcome }, formats }: PartProps) {
  const t = useTranslations("lifetime");
  const change = (outcome?.valueMinor ?? 0) - (run.totals?.valueMinor ?? 0);
  return t("whatIf.finding", {
    direction: change > 0 ? "up" : change < 0 ? "down" : "same",
    change: formats.money(Math.abs(change)),
    total: formats.money(outcome?.valueMinor ?? null),
    share: formats.share(outcome?.ratio == null ? null : Math.abs(outcome.ratio - 1)),
  });
}

function Outcome({ forecast: { run, outcome }, formats }: PartProps) {
  const t = useTranslations("lifetime");
  const tile = (label: string, value: number | null, bounds: readonly [number, number] | null) => {
    const interval = formats.interval(bounds);
    return (
      <KpiTile
        label={label}
        value={formats.money(value)}
        interval={interval}
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
      <KpiStrip label={t("whatIf.outcome")} columns={2}>
        {tile(t("whatIf.asIs"), run.totals?.valueMinor ?? null, run.totals?.interval ?? null)}
        {tile(t("whatIf.then"), outcome?.valueMinor ?? null, outcome?.interval ?? null)}
      </KpiStrip>
      <p className="mt-3 text-2xs text-muted">{t("whatIf.note")}</p>
    </div>
  );
}

/** 0.375 → 37.5; rounded where binary fractions would show. */
function percentOf(rate: number): number {
  return Number((100 * rate).toFixed(2));
}
