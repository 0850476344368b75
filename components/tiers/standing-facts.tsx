import { useTranslations } from "next-intl";
import { type Definition, DefinitionList } from "#components/ui/definition-list.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatInterval } from "#lib/format/format-interval.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Standing, StandingValue } from "#lib/lookup/types.ts";

/** A smaller chance is not 0. */
const LEAST_CHANCE = 0.01;

export type StandingFactsProps = { standing: Standing; locale: string };

/** The tier; what may come of a customer as a band, how likely they are still one, and the definition of both. */
export function StandingFacts({ standing, locale }: StandingFactsProps) {
  const t = useTranslations("tiers.standing");
  const { tierName, value } = standing;
  const entries = useEntries(value, locale);
  return (
    <>
      <DefinitionList
        entries={[
          { term: t("tier"), value: <strong className="font-semibold">{tierName}</strong> },
          ...entries,
        ]}
      />
      {value && <ValueDefinition value={value} cutoffOn={standing.cutoffOn} locale={locale} />}
    </>
  );
}

type ValueDefinitionProps = { value: StandingValue; cutoffOn: string | null; locale: string };

function ValueDefinition({ value, cutoffOn, locale }: ValueDefinitionProps) {
  const t = useTranslations("tiers.standing");
  const { band, marginRate, horizonMonths, discountRateAnnual, model } = value;
  return (
    <p className="text-2xs text-pretty text-muted">
      {band === null
        ? t("historicOnly")
        : t(marginRate === null ? "definitionRevenue" : "definition", {
            margin: formatPercent(marginRate, locale),
            months: horizonMonths,
            cutoff: formatDay(cutoffOn, locale),
            rate: formatPercent(discountRateAnnual, locale),
            model: t(`models.${model}`),
          })}
    </p>
  );
}

function useEntries(value: StandingValue | null, locale: string): Definition[] {
  const t = useTranslations("tiers.standing");
  if (!value) return [];
  const { band, expectedMinor, pAlive, aliveWord, historicMinor, atRiskMinor, fitted } = value;
  const money = (minor: number | null) => formatMoney(minor, value.currency, locale, "whole");
  const earned = { term: t("historic"), value: money(historicMinor) };
  if (!band || !aliveWord) return [earned];
  const isRemote = pAlive !== null && pAlive < LEAST_CHANCE;
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
          note={t(isRemote ? "chanceUnder" : "chance", {
            chance: formatPercent(isRemote ? LEAST_CHANCE : pAlive, locale, 0),
          })}
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
