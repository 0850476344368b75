import { createTranslator } from "next-intl";
import needs from "#lib/format/messages/en/needs.json" with { type: "json" };
import type { LinkedRows } from "./types.ts";

/**
 * Why a need is not deleted yet, and the way out; null where nothing rests on it and no rule asks for it. What rests on it is named as
 * its page names it.
 *
 * Worked: of one report it is "1 report rests on this need. Say that the need may be deleted all the same, or archive it instead: then
 * nothing is lost."
 */
export function linkRefusal({ questions, ratings, evidence, rules }: LinkedRows): string | null {
  const t = createTranslator({ locale: "en", messages: { needs }, namespace: "needs" });
  const resting = [
    ...(questions > 0 ? [t("linkedQuestions", { count: questions })] : []),
    ...(ratings > 0 ? [t("linkedRatings", { count: ratings })] : []),
    ...(evidence > 0 ? [t("linkedEvidence", { count: evidence })] : []),
  ];
  const sentences = [
    ...(resting.length > 0
      ? [t("restOnIt", { parts: LIST.format(resting), count: questions + ratings + evidence })]
      : []),
    ...(rules > 0 ? [t("rulesAskForIt", { count: rules })] : []),
  ];
  return sentences.length === 0 ? null : [...sentences, t("deleteAllTheSame")].join(" ");
}

const LIST = new Intl.ListFormat("en");
