"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { TextField } from "react-aria-components/TextField";
import { cx } from "#lib/class-names.ts";
import { buttonStyle } from "./button-style.ts";
import { FieldNotes } from "./field-notes.tsx";
import { FIELD_LABEL, type FieldSize, fieldBox } from "./field-style.ts";

export type CopyFieldProps = {
  label: string;
  value: string;
  hint?: ReactNode;
  size?: FieldSize;
  className?: string;
};

type Outcome = "none" | "copied" | "refused";
const SHOWN_MS = 4_000;

/** A value to take along: a link, a key. Where the browser refuses to copy, the value is marked to copy by hand. */
export function CopyField({ label, value, hint, size = "md", className }: CopyFieldProps) {
  const t = useTranslations("ui");
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome>("none");
  useEffect(() => {
    if (outcome !== "copied") return;
    const timer = setTimeout(() => setOutcome("none"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    const isCopied = await copyText(value);
    if (!isCopied) input.current?.select();
    setOutcome(isCopied ? "copied" : "refused");
  };
  return (
    <TextField value={value} isReadOnly className={cx("block min-w-0", className)}>
      <Label className={FIELD_LABEL}>{label}</Label>
      <span className="flex gap-2">
        <Input
          ref={input}
          onFocus={(event) => event.currentTarget.select()}
          className={fieldBox(size, "font-mono text-xs!")}
        />
        <Button onPress={copy} className={buttonStyle({ size })}>
          {outcome === "copied" ? <Check className="text-good!" /> : <Copy />}
          {t(outcome === "copied" ? "copied" : "copy")}
        </Button>
      </span>
      <span role="status" className={outcome === "refused" ? "mt-1 block text-2xs" : "sr-only"}>
        {outcome === "copied" && t("copiedWhat", { label })}
        {outcome === "refused" && t("copyByHand")}
      </span>
      <FieldNotes hint={hint} />
    </TextField>
  );
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
