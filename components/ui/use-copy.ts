"use client";

import { useEffect, useState } from "react";

export type CopyOutcome = "none" | "copied" | "refused";
const SHOWN_MS = 4_000;

/** What became of copying a text, for as long as it is worth saying; `copy` tells whether the browser let it happen. */
export function useCopy(text: string): { outcome: CopyOutcome; copy: () => Promise<boolean> } {
  const [outcome, setOutcome] = useState<CopyOutcome>("none");
  useEffect(() => {
    if (outcome !== "copied") return;
    const timer = setTimeout(() => setOutcome("none"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    const isCopied = await copyText(text);
    setOutcome(isCopied ? "copied" : "refused");
    return isCopied;
  };
  return { outcome, copy };
}

/** False where the page is not served safely, or the person said no. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
