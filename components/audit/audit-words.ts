import type { useTranslations } from "next-intl";
import type { AuditActor, AuditValue } from "#lib/audit/types.ts";
import { ROLES } from "#lib/auth/permissions.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import audit from "#lib/format/messages/en/audit.json";

export type AuditTranslator = ReturnType<typeof useTranslations<"audit">>;
export type AuditWords = {
  t: AuditTranslator;
  people: ReturnType<typeof useTranslations<"people">>;
  locale: string;
  currency: string;
};

const FIELDS = keysOf(audit.fields);
const WORDS = keysOf(audit.words);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The name of a field; a field that has none is spelt out. */
export function fieldName(field: string, t: AuditTranslator): string {
  const known = FIELDS.find((each) => each === field);
  return known ? t(`fields.${known}`) : field.replace(/_/g, " ");
}

/** A value in words, with the formats of the reader. */
export function valueText(field: string, value: AuditValue, words: AuditWords): string {
  const { t } = words;
  if (value === null) return t("notSet");
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "number") return numberText(field, value, words);
  const parts = typeof value === "string" ? [value] : value;
  return parts.length === 0
    ? t("nothing")
    : parts.map((part) => partText(field, part, words)).join(", ");
}

/** Who did it, by the name of today. */
export function actorText(actor: AuditActor, t: AuditTranslator): string {
  switch (actor.kind) {
    case "member":
      return actor.name ?? t("formerMember");
    case "api_key":
      return actor.name === null ? t("formerKey") : t("apiKeyNamed", { name: actor.name });
    case "job":
    case "operator":
      return t(actor.kind);
  }
}

function numberText(field: string, value: number, { locale, currency }: AuditWords): string {
  if (field.endsWith("Rate")) return formatPercent(value, locale);
  if (/minor$/i.test(field)) return formatMoney(value, currency, locale);
  const digits = [0, 1].find((count) => Number(value.toFixed(count)) === value) ?? 2;
  return formatNumber(value, locale, { digits });
}

function partText(field: string, part: string, { t, people, locale }: AuditWords): string {
  if (DAY.test(part)) return formatDay(part, locale);
  const role = field === "role" ? ROLES.find((each) => each === part) : undefined;
  if (role) return people(`roles.${role}`);
  const word = WORDS.find((each) => each === part);
  return word ? t(`words.${word}`) : part;
}

/** The keys of a fixed object, as its type knows them. */
function keysOf<Known extends object>(known: Known): readonly (keyof Known & string)[] {
  return Object.keys(known) as (keyof Known & string)[];
}
