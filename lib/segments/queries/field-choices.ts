import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { listAttributes } from "#lib/customers/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { FieldChoice } from "../field-choice.ts";
import {
  ATTRIBUTE_PREFIX,
  FIELDS,
  type Field,
  type FieldWord,
  findField,
  TIER_FIELD,
} from "../fields.ts";
import { listNeedNames } from "./rule-names.ts";
import { listTierNames } from "./tier-names.ts";

/** The fields that a member may ask, those of every workspace first, then its attributes by name. `nameOf` gives a field its word. */
export async function listFieldChoices(
  tx: TenantTx,
  session: Session,
  nameOf: (word: FieldWord) => string,
): Promise<FieldChoice[]> {
  const { permissions } = session;
  const tiers = await listTierNames(tx, session);
  const needs = permissions.has("need:read") ? await listNeedNames(tx) : new Map<string, string>();
  const own = FIELDS.filter(
    ({ needs: permission, limits }) =>
      permissions.has(permission) && !(limits.isNeed && needs.size === 0),
  ).map((field) => {
    const choice = choiceOf(field, field.word ? nameOf(field.word) : field.id, []);
    if (field.id === TIER_FIELD) return withTiers(choice, tiers);
    if (!field.limits.isNeed) return choice;
    return { ...choice, choices: [...needs.keys()], labels: Object.fromEntries(needs) };
  });
  const attributes = permissions.has("customer:personal") ? await listAttributes(tx) : [];
  return [
    ...own,
    ...attributes.flatMap(({ name, type, samples, isSensitive }) => {
      const found = findField(`${ATTRIBUTE_PREFIX}${name}`, type);
      if (!found) return [];
      const field = { ...found, isSensitive: isSensitive ?? found.isSensitive };
      // What may be sensitive is not handed out before somebody has said what for.
      return [choiceOf(field, name, field.isSensitive ? [] : samples)];
    }),
  ];
}

/** Tiers are asked by their numbers, the first the best, and chosen by their names. */
function withTiers(choice: FieldChoice, tiers: readonly string[]): FieldChoice {
  const labels = Object.fromEntries(tiers.map((name, at) => [String(at + 1), name]));
  return { ...choice, choices: Object.keys(labels), labels };
}

function choiceOf(field: Field, label: string, samples: readonly string[]): FieldChoice {
  const { id, type, unit, isSensitive, limits } = field;
  const choices = limits.choices ?? [];
  return { id, label, type, unit, isSensitive, choices, labels: {}, samples };
}
