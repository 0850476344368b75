import { useTranslations } from "next-intl";
import type { ValueFormats } from "#components/value/value-formats.ts";
import { backtestErrorOf } from "#lib/clv/index.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";

/** How the last backtest went, in words: "Same method was 12 % low". */
export function useBacktestWords() {
  const t = useTranslations("lifetime");
  return ({ holdout }: RunDetail, formats: ValueFormats): string => {
    const error = backtestErrorOf(holdout);
    if (error === null) return t("backtestNone");
    if (Math.abs(error) < 0.0005) return t("backtestExact");
    return t(error < 0 ? "backtestLow" : "backtestHigh", { share: formats.share(Math.abs(error)) });
  };
}
