"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { type CardLength, lengthsDownTo } from "./card-length.ts";

export type FittedCardProps = {
  label: string;
  isLarge: boolean;
  /** The setting that holds all of it for sure */
  length: CardLength;
  /** The last of them is the foot */
  children: ReactNode;
};

/** Letters are a little wider on some paper than on the screen. */
const SPARE_PX = 8;

/** A card to print, set as large as what it says leaves room for: what is reckoned before letters are drawn is on the safe side. */
export function FittedCard({ label, isLarge, length, children }: FittedCardProps) {
  const card = useRef<HTMLElement>(null);
  const [fitted, setFitted] = useState(length);
  useEffect(() => {
    let isGone = false;
    void document.fonts.ready.then(() => {
      if (card.current && !isGone) setFitted(largestThatFits(card.current, { isLarge, length }));
    });
    return () => {
      isGone = true;
    };
  }, [isLarge, length]);
  return (
    <article
      ref={card}
      className="print-card"
      data-length={fitted}
      data-large={isLarge || undefined}
      aria-label={label}
    >
      {children}
    </article>
  );
}

function largestThatFits(
  card: HTMLElement,
  { isLarge, length }: Pick<FittedCardProps, "isLarge" | "length">,
): CardLength {
  const found = lengthsDownTo(length, isLarge).find((each) => {
    card.dataset["length"] = each;
    return holdsAll(card);
  });
  // React draws nothing where the setting is as before, and the last one tried would stay.
  card.dataset["length"] = found ?? length;
  return found ?? length;
}

/** The foot stands inside: what does not fit pushes it out. */
function holdsAll(card: HTMLElement): boolean {
  const foot = card.lastElementChild;
  if (!foot) return true;
  const inner =
    card.getBoundingClientRect().bottom - parseFloat(getComputedStyle(card).paddingBottom);
  const before = foot.previousElementSibling?.getBoundingClientRect().bottom ?? 0;
  return before + SPARE_PX + foot.getBoundingClientRect().height <= inner;
}
