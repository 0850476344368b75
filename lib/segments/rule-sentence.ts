import { conditionPhrase, joined, type RuleWords } from "./condition-phrase.ts";
import { isCondition, takeApart } from "./rule-parts.ts";
import type { Rule } from "./schema.ts";
import type { Part } from "./types.ts";

/** A stretch of a rule in words: what a condition asks, or what stands between conditions. */
export type SentencePart = { readonly text: string; readonly isCondition: boolean };

/** Around what a condition asks, until the sentence is cut there: code points that stand for no character. */
const [START, END] = ["\ufdd0", "\ufdd1"] as const;

/** The sentence of a rule in the stretches it is made of; together they are `ruleSentence`. */
export function sentenceParts(rule: Rule, words: RuleWords): readonly SentencePart[] {
  return markedSentence(rule, words)
    .split(START)
    .flatMap((text, at) => {
      if (at === 0) return [{ text, isCondition: false }];
      const [asked = "", between = ""] = text.split(END);
      return [
        { text: asked, isCondition: true },
        { text: between, isCondition: false },
      ];
    })
    .filter(({ text }) => text !== "");
}

/**
 * A rule in words: "Customers who bought on 3 or more days and whose last score is less than 7 of 10, but not those who have 1 or
 * more open complaints." What is ruled out stands at the end; brackets stand where "and" and "or" would run together.
 */
export function ruleSentence(rule: Rule, words: RuleWords): string {
  return sentenceParts(rule, words)
    .map(({ text }) => text)
    .join("");
}

function markedSentence(rule: Rule, words: RuleWords): string {
  const { t } = words;
  const { wanted, others } = sides(rule);
  const butThose = joined("or", phrases(others, words), t);
  if (wanted.length === 0) return t("sentenceAllBut", { others: butThose });
  const parts =
    "any" in rule && wanted.length > 1
      ? t("either", { parts: joined("or", phrases(wanted, words), t) })
      : joined("and", phrases(wanted, words), t);
  return others.length === 0
    ? t("sentence", { parts })
    : t("sentenceBut", { parts, others: butThose });
}

/** What a customer of the segment is, and what they are not. */
function sides(rule: Rule): { wanted: Part[]; others: Part[] } {
  const { combination, parts } = takeApart(rule);
  if (combination === "none") return { wanted: [], others: [...parts] };
  if (combination === "any") return { wanted: [...parts], others: [] };
  const others = parts.flatMap((part) => ("none" in part ? part.none : []));
  return { wanted: parts.filter((part) => !("none" in part)), others };
}

function phrases(parts: readonly Part[], words: RuleWords): string[] {
  return parts.map((part, place) => phraseOf(part, words, place === parts.length - 1));
}

function phraseOf(part: Part, words: RuleWords, isLast: boolean): string {
  if (isCondition(part)) return marked(conditionPhrase(part, words));
  const { t } = words;
  const { combination, parts } = takeApart(part);
  const [only, ...more] = phrases(parts, words);
  if (combination !== "none" && only !== undefined && more.length === 0) return only;
  const inside = joined(combination === "all" ? "and" : "or", phrases(parts, words), t);
  const text = t(NESTED[combination], { parts: inside });
  return isLast ? text : t("brackets", { parts: text });
}

function marked(phrase: string): string {
  return `${START}${phrase.replaceAll(START, "").replaceAll(END, "")}${END}`;
}

const NESTED = { all: "both", any: "either", none: "notThose" } as const;
