import { useTranslations } from "next-intl";
import { type Definition, DefinitionList } from "#components/ui/definition-list.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatInterval } from "#lib/format/format-interval.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { StandingValue } from "#lib/lookup/types.ts";

export type StandingValueListProps = {
  value: StandingValue;
  cutoffOn: string | null;
  locale: string;
};

/** What may come of a customer as a band, how likely they are still one, and the definition of both. */
export function StandingValueList({ value, cutoffOn, locale }: StandingValueListProps) {
  const t = useTranslations("tiers.standing");
  const hasModel = value.band !== null;
  return (
    <>
      <DefinitionList entries={useEntries(value, locale)} />
      <p className="text-2xs text-pretty text-muted">
        {hasModel
          ? t(value.marginRate === null ? "definitionRevenue" : "definition", {
              margin: formatPercent(value.marginRate, locale),
              months: value.horizonMonths,
              cutoff: formatDay(cutoffOn, locale),
              rate: formatPercent(value.discountRateAnnual, locale),
              model: t(`models.${value.model}`),
            })
          : t("historicOnly")}
      </p>
    </>
  );
}

function useEntries(value: StandingValue, locale: string): Definition[] {
  const t = useTranslations("tiers.standing");
  const { band, expectedMinor, pAlive, aliveWord, historicMinor, atRiskMinor, fitted } = value;
  const money = (minor: number | null) => formatMoney(minor, value.currency, locale, "whole");
  const earned = { term: t("historic"), value: money(historicMinor) };
  if (!band || !aliveWord) return [earned];
  const notes = [
    ...(expectedMinor === null ? [] : [t("expected", { value: money(expectedMinor) })]),
    t("bandNote", { count: fitted, customers: formatNumber(fitted, locale) }),
  ];
  return [
    {
      term: t("value"),
      value: <Noted text={formatInterval(band, money)} note={notes.join("; ")} />,
    },
    {
      term: t("alive"),
      value: (
        <Noted
          text={t(`aliveWords.${aliveWord}`)}
          note={t("chance", { chance: formatPercent(pAlive, locale, 0) })}
        />
      ),
    },
    { term: t("atRisk"), value: money(atRiskMinor) },
    earned,
  ];
}

function Noted({ text, note }: { text: string; note: string }) {
  return (
    <>
      <span className="font-medium tabular-nums">{text}</span>
      <span className="block text-2xs text-muted">{note}</span>
    </>
  );
}
