"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";

export type CopyButtonProps = { text: string };

/** Puts a text into the clipboard, and says so; where the browser refuses, says what to do instead. */
export function CopyButton({ text }: CopyButtonProps) {
  const t = useTranslations("account");
  const [word, setWord] = useState<"copy" | "copied" | "copyByHand">("copy");
  const copy = async () => {
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setWord(isCopied ? "copied" : "copyByHand");
  };
  return (
    <>
      <Button onPress={copy}>
        {word === "copied" ? <Check /> : <Copy />}
        {t(word)}
      </Button>
      <span role="status" className="sr-only">
        {word !== "copy" && t(word)}
      </span>
    </>
  );
}
