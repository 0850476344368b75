import { useTranslations } from "next-intl";
import type { AttributeType } from "#lib/customers/types.ts";
import { ruleSentence, type SentencePart, sentenceParts } from "#lib/segments/rule-sentence.ts";
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

/** A rule as a sentence in large: what is asked stands out from what joins it. */
export function RuleSentenceProse({ rule, words }: { rule: Rule; words: SentenceWords }) {
  const t = useTranslations("segments");
  return (
    <p className="text-md text-muted break-words">
      {withPlaces(sentenceParts(rule, { t, ...words })).map(({ text, isCondition, place }) =>
        isCondition ? (
          <span key={place} className="font-medium text-text">
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </p>
  );
}

/** Stretches may say the same: each is known by where it stands. */
function withPlaces(parts: readonly SentencePart[]) {
  return parts.map((part, place) => ({ ...part, place }));
}
