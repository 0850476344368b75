import type { useTranslations } from "next-intl";
import { type AttributeType, PURPOSES } from "#lib/customers/types.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatMoney, minorDigits } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { isAboutKnowing, valuesOf } from "./condition-faults.ts";
import { type Field, findField, TIER_FIELD } from "./fields.ts";
import type { Condition, Operator, ScalarValue } from "./types.ts";

type SegmentTranslator = ReturnType<typeof useTranslations<"segments">>;

/**
 * What a rule is put in words with. An attribute that is not among `attributes` is spoken of as a text; `needs` are statements by the
 * ids of needs, `tiers` the names of the tiers of value from the best on; those without a name are told by their numbers.
 */
export type RuleWords = {
  readonly t: SegmentTranslator;
  readonly locale: string;
  readonly currency: string;
  readonly attributes: ReadonlyMap<string, AttributeType>;
  readonly needs: ReadonlyMap<string, string>;
  readonly tiers?: readonly string[];
};

/** Longer lists are cut, with the number of those that are not shown. */
const MOST_LISTED = 6;
const MOST_DIGITS = 6;

/** A condition as it follows "customers": "whose last order was in the last 30 days". */
export function conditionPhrase(condition: Condition, words: RuleWords): string {
  const { t } = words;
  const { op, field: id } = condition;
  const name = id.replace(/^attributes\./, "");
  const field = findField(id, words.attributes.get(name) ?? "text");
  const spoken = field?.word ? t(`fields.${field.word}`) : name;
  if (isAboutKnowing(op) || !field)
    return t(op === "unknown" ? "unknown" : "known", { field: spoken });
  if (op === "contains")
    return t("contains", { field: spoken, text: String(valuesOf(condition)[0]) });
  return comparedPhrase(condition, field, { spoken, words });
}

function comparedPhrase(
  condition: Condition,
  field: Field,
  { spoken, words }: { spoken: string; words: RuleWords },
): string {
  const { t } = words;
  const { op } = condition;
  const range = rangeOf(condition, field, words);
  if (field.type === "set" && op === "!=") return t("setNot", { field: spoken, range });
  if (field.word === null) return t("attribute", { field: spoken, range });
  // "1 or more times", but "exactly 1 time".
  const count = op === "=" ? Number(valuesOf(condition)[0]) : 2;
  return t(`phrases.${field.word}`, { range, count });
}

/** "A and B and C", or with "or"; a long list is cut. */
export function joined(by: "and" | "or", parts: readonly string[], t: SegmentTranslator): string {
  return parts.reduce((one, other) => (one === "" ? other : t(by, { one, other })), "");
}

function rangeOf(condition: Condition, field: Field, words: RuleWords): string {
  const values = valuesOf(condition);
  const isDay = field.type === "day" || values.some((value) => typeof value === "object");
  if (isDay) return whenOf(condition, words);
  const { t } = words;
  const [value = "", to = value] = values.map((each) => valueText(each, field, words));
  if (condition.op === "in")
    return listed(
      values.map((each) => valueText(each, field, words)),
      t,
    );
  if (condition.op === "between") return t("range.between", { from: value, to });
  const isPlain = condition.op === "=" && field.type !== "number";
  if (isPlain || field.type === "set") return value;
  const word = RANGE_WORDS[condition.op] ?? "equals";
  if (field.id === TIER_FIELD) return t(`tierRange.${word}`, { value });
  return t(`range.${word}`, { value, unit: field.unit ?? "" });
}

const RANGE_WORDS: Partial<
  Record<Operator, "equals" | "not" | "above" | "atLeast" | "below" | "atMost">
> = { "!=": "not", ">": "above", ">=": "atLeast", "<": "below", "<=": "atMost" };

const WHEN_WORDS: Partial<Record<Operator, "before" | "until" | "after" | "from">> = {
  "<": "before",
  "<=": "until",
  ">": "after",
  ">=": "from",
};

function whenOf(condition: Condition, words: RuleWords): string {
  const { t, locale } = words;
  const [first = "", last = first] = valuesOf(condition);
  if (condition.op === "between")
    return t("when.between", { from: dayText(first, words), to: dayText(last, words) });
  const word = WHEN_WORDS[condition.op] ?? "on";
  if (typeof first === "object") return t(`ago.${word}`, { days: first.daysAgo });
  return t(`when.${word}`, { day: formatDay(String(first), locale) });
}

function dayText(value: ScalarValue, { t, locale }: RuleWords): string {
  if (typeof value === "object") return t("ago.on", { days: value.daysAgo });
  return formatDay(String(value), locale);
}

function valueText(value: ScalarValue, { id, unit, limits }: Field, words: RuleWords): string {
  const { t } = words;
  if (id === TIER_FIELD) return tierText(Number(value), words);
  if (limits.isNeed) return needText(String(value), words);
  if (typeof value === "boolean") return t(value ? "answers.yes" : "answers.no");
  if (typeof value === "number") return numberText(value, unit, words);
  const purpose = id === "consent" ? PURPOSES.find((each) => each === value) : undefined;
  if (purpose) return t(`purposes.${purpose}`);
  return typeof value === "object" ? dayText(value, words) : value;
}

function needText(id: string, { t, needs }: RuleWords): string {
  const statement = needs.get(id);
  return statement === undefined ? t("needGone") : t("need", { statement });
}

function tierText(tier: number, { tiers, locale }: RuleWords): string {
  return tiers?.[tier - 1] ?? formatNumber(tier, locale);
}

function numberText(value: number, unit: Field["unit"], { locale, currency }: RuleWords): string {
  if (unit === "share") return formatPercent(value, locale, digitsOf(100 * value));
  if (unit === "money") {
    const minor = Math.round(value * 10 ** minorDigits(currency));
    return formatMoney(minor, currency, locale, Number.isInteger(value) ? "whole" : "exact");
  }
  return formatNumber(value, locale, { digits: digitsOf(value) });
}

/** As many as it takes to write a number. */
function digitsOf(value: number): number {
  return String(Number(value.toFixed(MOST_DIGITS))).split(".")[1]?.length ?? 0;
}

function listed(texts: readonly string[], t: SegmentTranslator): string {
  if (texts.length <= MOST_LISTED) return joined("or", texts, t);
  const shown = texts.slice(0, MOST_LISTED - 1);
  return joined("or", [shown.join(", "), t("more", { count: texts.length - shown.length })], t);
}
