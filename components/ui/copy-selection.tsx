"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "./button.tsx";
import { useSelection } from "./selection.tsx";

export type CopySelectionProps = {
  /** Answers `?ids=…&ids=…` with a CSV file */
  href: string;
};

type State = "idle" | "busy" | "copied" | "failed";

/** Puts the chosen rows on the clipboard, as the file would hold them. */
export function CopySelection({ href }: CopySelectionProps) {
  const t = useTranslations("lists");
  const { chosen } = useSelection();
  const [copied, setCopied] = useState<{ of: typeof chosen; state: State }>();
  const state = copied?.of === chosen ? copied.state : "idle";
  const copy = async () => {
    setCopied({ of: chosen, state: "busy" });
    const isCopied = await copyFile(`${href}?${queryOf(chosen)}`);
    setCopied({ of: chosen, state: isCopied ? "copied" : "failed" });
  };
  return (
    <>
      <Button onPress={copy} isPending={state === "busy"}>
        <Copy />
        {t(state === "copied" ? "copied" : "copyCsv")}
      </Button>
      <span role="status" className={state === "failed" ? "text-xs text-bad" : "sr-only"}>
        {state === "copied" && t("copiedRows", { count: chosen.size })}
        {state === "failed" && t("copyFailed")}
      </span>
    </>
  );
}

async function copyFile(href: string): Promise<boolean> {
  try {
    const answer = await fetch(href);
    if (!answer.ok) return false;
    await navigator.clipboard.writeText((await answer.text()).replace(/^\uFEFF/, ""));
    return true;
  } catch {
    // No network, or a browser that keeps its clipboard to itself: the file is still there.
    return false;
  }
}

function queryOf(ids: ReadonlySet<string>): string {
  return new URLSearchParams([...ids].map((id) => ["ids", id])).toString();
}
