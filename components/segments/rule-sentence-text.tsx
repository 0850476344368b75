import { useTranslations } from "next-intl";
import type { AttributeType } from "#lib/customers/types.ts";
import { ruleSentence } from "#lib/segments/rule-sentence.ts";
import type { Rule } from "#lib/segments/schema.ts";

/** How rules are put in words for one reader. */
export type SentenceWords = {
  readonly locale: string;
  readonly currency: string;
  readonly attributes: ReadonlyMap<string, AttributeType>;
  readonly needs: ReadonlyMap<string, string>;
  readonly tiers: readonly string[];
};

/** A rule as a sentence. */
export function RuleSentenceText({ rule, words }: { rule: Rule; words: SentenceWords }) {
  const t = useTranslations("segments");
  return ruleSentence(rule, { t, ...words });
}
