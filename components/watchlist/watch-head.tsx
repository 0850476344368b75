import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import { atRiskOf } from "#lib/clv-runs/at-risk-of.ts";
import { aliveModelOf, type RunDetail } from "#lib/clv-runs/index.ts";

export type WatchHeadProps = { run: RunDetail; formats: ValueFormats };

/** What is at risk altogether with its interval, and what the list leaves out. */
export function WatchHead({ run, formats }: WatchHeadProps) {
  const t = useTranslations("watchlist");
  const count = run.customers ?? 0;
  const atRisk = atRiskOf(run);
  const interval = atRisk?.interval ?? null;
  return (
    <>
      <div>
        <h2>
          {atRisk
            ? t("finding", {
                value: formats.money(atRisk.value),
                hasInterval: interval ? "yes" : "no",
                interval: formats.interval(interval),
              })
            : t("nothingAtRisk")}
        </h2>
        <p className="mt-1 text-2xs text-muted">
          {t("caption", { basis: run.basis, count, customers: formats.number(count) })}
        </p>
      </div>
      {aliveModelOf(run) === "bg_nbd" && <Notice tone="warn">{t("byConstruction")}</Notice>}
    </>
  );
}
