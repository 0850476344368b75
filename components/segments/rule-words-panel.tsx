"use client";

import { useTranslations } from "next-intl";
import type { AttributeType } from "#lib/customers/types.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { attributeName, type FieldType, TIER_FIELD } from "#lib/segments/fields.ts";
import { ruleSentence } from "#lib/segments/rule-sentence.ts";
import type { Rule } from "#lib/segments/schema.ts";
import type { RuleProblem } from "#lib/segments/types.ts";
import type { BuilderContext } from "./builder-context.ts";
import { RuleProblems } from "./rule-problems.tsx";

export type RuleWordsPanelProps = {
  rule: Rule | null;
  /** How many it finds; null before that is known */
  customers: number | null;
  /** What is wrong with it all the same */
  problems: readonly RuleProblem[];
  context: BuilderContext;
};

const TYPES: Readonly<Record<FieldType, AttributeType>> = {
  number: "number",
  day: "day",
  yes_no: "yes_no",
  text: "text",
  set: "text",
};

/** The rule as a sentence, while it is written. */
export function RuleWordsPanel({ rule, customers, problems, context }: RuleWordsPanelProps) {
  const t = useTranslations("segments");
  const words = useTranslations("segmentation.builder");
  const { fields, currency, locale } = context;
  const attributes = new Map(
    [...fields.values()].flatMap(({ id, type }) => {
      const name = attributeName(id);
      return name === null ? [] : [[name, TYPES[type]] as const];
    }),
  );
  const needs = new Map([...fields.values()].flatMap(({ labels }) => Object.entries(labels)));
  const tiers = Object.values(fields.get(TIER_FIELD)?.labels ?? {});
  return (
    <section className="rounded-md border border-hairline bg-canvas px-4 py-3.5 sm:px-5">
      <h2 className="text-xs font-normal text-muted">{words("inWords")}</h2>
      <p className={rule ? "mt-1 text-md font-medium break-words" : "mt-1 text-muted"}>
        {rule
          ? ruleSentence(rule, { t, locale, currency, attributes, needs, tiers })
          : words("notYet")}
      </p>
      {customers !== null && (
        <p className="mt-2 font-semibold tabular-nums lg:hidden">
          {words("found", { count: customers, customers: formatNumber(customers, locale) })}
        </p>
      )}
      <RuleProblems problems={problems} />
    </section>
  );
}
