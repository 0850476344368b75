"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import type { AttributeType } from "#lib/customers/types.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { attributeName, type FieldType, TIER_FIELD } from "#lib/segments/fields.ts";
import type { EstimateAnswer, LiveAnswer } from "#lib/segments/live-answer.ts";
import type { Rule } from "#lib/segments/schema.ts";
import { aboutText, estimatedWords, rounded } from "./about-text.ts";
import type { BuilderContext } from "./builder-context.ts";
import { RuleProblems } from "./rule-problems.tsx";
import { RuleSentenceProse } from "./rule-sentence-text.tsx";

export type RuleWordsPanelProps = {
  rule: Rule | null;
  /** What is expected of it before it is counted; null for nothing */
  estimate: EstimateAnswer;
  /** What was counted last; null before */
  answer: LiveAnswer | null;
  /** Whether it is being counted anew */
  isCounting: boolean;
  context: BuilderContext;
};

const TYPES: Readonly<Record<FieldType, AttributeType>> = {
  number: "number",
  day: "day",
  yes_no: "yes_no",
  text: "text",
  set: "text",
};

/** The rule as a sentence, while it is written; drawn anew only where it changes, not at every key. */
export const RuleWordsPanel = memo(RuleWords);

function RuleWords(props: RuleWordsPanelProps) {
  const { rule, estimate, answer, isCounting, context } = props;
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
      <div className="mt-1">
        {rule ? (
          <RuleSentenceProse rule={rule} words={{ locale, currency, attributes, needs, tiers }} />
        ) : (
          <p className="text-muted">{words("notYet")}</p>
        )}
      </div>
      <div className="mt-2 @2xl/page:hidden">
        <Found {...{ estimate, answer, isCounting, locale }} />
      </div>
      <RuleProblems problems={(estimate ?? answer)?.problems ?? []} />
    </section>
  );
}

type FoundProps = Omit<RuleWordsPanelProps, "rule" | "context"> & { locale: string };

/** How many it finds, where the live count lies far below. */
function Found({ estimate, answer, isCounting, locale }: FoundProps) {
  const t = useTranslations("segmentation");
  const number = (count: number) => formatNumber(count, locale);
  if (!(estimate || answer)) return null;
  const count = estimate ? rounded(estimate.customers) : (answer?.customers ?? 0);
  const customers = estimate ? aboutText(estimate.customers, locale) : number(count);
  return (
    <>
      <p className="font-semibold tabular-nums">
        {t("builder.found", { count, customers })}
        {isCounting && !estimate && (
          <span className="ms-2 text-2xs font-normal text-muted">{t("live.counting")}</span>
        )}
      </p>
      {estimate && (
        <p className="text-xs text-muted tabular-nums">
          {t("live.estimated", estimatedWords(estimate, locale))}
        </p>
      )}
    </>
  );
}
