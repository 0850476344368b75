import { useTranslations } from "next-intl";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { RunSummary } from "#lib/clv-runs/index.ts";

type Counted = Pick<RunSummary, "cohort" | "basis" | "isPartial">;

/** Of whom a run speaks, as a sentence: "Only customers who first ordered from 1 Jan to 31 Mar 2025."; null where of everybody. */
export function useCohortWords() {
  const t = useTranslations("lifetime.cohort");
  return ({ cohort, basis, isPartial }: Counted, formats: ValueFormats): string | null => {
    if (!cohort) return isPartial ? t("contracts") : null;
    const { firstFrom, firstUntil, channel, attribute } = cohort;
    const days = { from: formats.day(firstFrom), until: formats.day(firstUntil) };
    const span = spanOf(firstFrom, firstUntil);
    const parts = [
      span && t("first", { basis, days: t(span, days) }),
      channel && t("channel", { channel }),
      attribute && t("attribute", attribute),
    ].filter((part) => typeof part === "string");
    return t("all", { parts: formats.list(parts) });
  };
}

function spanOf(from: string | null, until: string | null): "between" | "from" | "until" | null {
  if (from && until) return "between";
  if (from) return "from";
  return until ? "until" : null;
}
