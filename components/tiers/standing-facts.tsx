import { useTranslations } from "next-intl";
import { type Definition, DefinitionList } from "#components/ui/definition-list.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatInterval } from "#lib/format/format-interval.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Standing, StandingValue } from "#lib/lookup/types.ts";
import { bandNotes } from "./band-notes.ts";

/** A smaller chance is not 0. */
const LEAST_CHANCE = 0.01;
/** A larger one is no certainty. */
const MOST_CHANCE = 0.99;

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
  const { band, marginRate, costPerOrderMinor, horizonMonths, discountRateAnnual } = value;
  const { currency, model, leavingModel, isLessContacts } = value;
  const exact = (minor: number | null) =>
    minor === null ? "none" : formatMoney(minor, currency, locale);
  const cost = exact(costPerOrderMinor);
  return (
    <p className="text-2xs text-pretty text-muted">
      {band === null
        ? t("historicOnly")
        : t(marginRate === null ? "definitionRevenue" : "definition", {
            margin: formatPercent(marginRate, locale),
            ...{ cost, contacts: isLessContacts.ahead ? "yes" : "no" },
            retention: exact(value.retentionCostPerYearMinor),
            months: horizonMonths,
            cutoff: formatDay(cutoffOn, locale),
            rate: formatPercent(discountRateAnnual, locale),
            model: t(`models.${model}`),
            leaving: leavingModel === null ? "none" : t(`models.${leavingModel}`),
          })}
      {marginRate !== null &&
        ` ${t("historicOf", { cost, contacts: isLessContacts.soFar ? "yes" : "no" })}`}
    </p>
  );
}

function useEntries(value: StandingValue | null, locale: string): Definition[] {
  const t = useTranslations("tiers.standing");
  const noteOn = useBandNote(locale);
  const chanceOf = useChance(locale);
  if (!value) return [];
  const { band, pAlive, aliveWord, historicMinor, atRiskMinor, atRiskBand } = value;
  const money = (minor: number | null) => formatMoney(minor, value.currency, locale, "whole");
  const measure = value.marginRate === null ? "revenue" : "profit";
  const earned = { term: t("historic", { measure }), value: money(historicMinor) };
  if (!band || !aliveWord) return [earned];
  return [
    {
      term: t("value"),
      value: <Noted text={formatInterval(band, money)} note={noteOn(value)} />,
    },
    {
      term: t("alive"),
      value: (
        <Noted
          text={t(`aliveWords.${aliveWord}`)}
          note={aliveWord === "untold" ? t("untold") : chanceOf(pAlive)}
        />
      ),
    },
    {
      term: t("atRisk"),
      value: atRiskBand ? formatInterval(atRiskBand, money) : money(atRiskMinor),
    },
    earned,
  ];
}

/** A chance in words; one smaller or larger than can be told is said to be under or over that. */
function useChance(locale: string): (chance: number | null) => string {
  const t = useTranslations("tiers.standing");
  const percent = (chance: number | null) => ({ chance: formatPercent(chance, locale, 0) });
  return (chance) => {
    if (chance !== null && chance < LEAST_CHANCE) return t("chanceUnder", percent(LEAST_CHANCE));
    if (chance !== null && chance > MOST_CHANCE) return t("chanceOver", percent(MOST_CHANCE));
    return t("chance", percent(chance));
  };
}

/** How to read the band of a value. */
function useBandNote(locale: string): (value: StandingValue) => string {
  const t = useTranslations("tiers.standing");
  return (value) =>
    bandNotes(value)
      .map((note) =>
        t(note, {
          value: formatMoney(value.expectedMinor, value.currency, locale, "whole"),
          count: value.fitted,
          customers: formatNumber(value.fitted, locale),
        }),
      )
      .join("; ");
}

function Noted({ text, note }: { text: string; note: string }) {
  return (
    <>
      <span className="font-medium tabular-nums">{text}</span>
      <span className="block text-2xs text-muted">{note}</span>
    </>
  );
}
