"use client";

import { useTranslations } from "next-intl";
import { createContext, useContext } from "react";
import { formatNumber } from "#lib/format/format-number.ts";
import { aboutText } from "./about-text.ts";

/** How many customers meet the parts of a rule. */
export type MatchingCounts = {
  /** By the keys of the parts */
  readonly counts: ReadonlyMap<number, number>;
  /** Whether these are only what is expected from some of the customers */
  readonly isEstimate: boolean;
};

const Counts = createContext<MatchingCounts>({ counts: new Map(), isEstimate: false });

/** Tells the conditions below their counts: only these are drawn anew when they come. */
export const MatchingCountsProvider = Counts.Provider;

/** How many customers meet a condition, by a word where no heading stands above; nothing where that is not known. */
export function MatchingCount({ partKey, locale }: { partKey: number; locale: string }) {
  const t = useTranslations("segmentation.builder");
  const { counts, isEstimate } = useContext(Counts);
  const count = counts.get(partKey);
  if (count === undefined) return null;
  return (
    <>
      {isEstimate ? aboutText(count, locale) : formatNumber(count, locale)}
      <span className="@min-[35rem]:sr-only"> {t("matching")}</span>
    </>
  );
}
