"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "./button.tsx";
import { useCopy } from "./use-copy.ts";

export type CopyButtonProps = {
  /** What is copied: "E-mail" */
  label: string;
  value: string;
};

/** Takes the text it stands behind along; it makes no line of that text higher. */
export function CopyButton({ label, value }: CopyButtonProps) {
  const t = useTranslations("ui");
  const { outcome, copy } = useCopy(value);
  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        isIcon
        onPress={copy}
        aria-label={t("copyWhat", { label })}
        className="-my-3 align-middle sm:-my-1"
      >
        {outcome === "copied" ? <Check className="text-good!" /> : <Copy />}
      </Button>
      <span role="status" className={outcome === "refused" ? "block text-2xs" : "sr-only"}>
        {outcome === "copied" && t("copiedWhat", { label })}
        {outcome === "refused" && t("copyRefused")}
      </span>
    </>
  );
}
