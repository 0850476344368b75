"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { TextField } from "react-aria-components/TextField";
import { cx } from "#lib/class-names.ts";
import { buttonStyle } from "./button-style.ts";
import { FieldNotes } from "./field-notes.tsx";
import { FIELD_LABEL, type FieldSize, fieldBox } from "./field-style.ts";
import { useCopy } from "./use-copy.ts";

export type CopyFieldProps = {
  label: string;
  value: string;
  hint?: ReactNode;
  size?: FieldSize;
  className?: string;
};

/** A value to take along: a link, a key. Where the browser refuses to copy, the value is marked to copy by hand. */
export function CopyField({ label, value, hint, size = "md", className }: CopyFieldProps) {
  const t = useTranslations("ui");
  const input = useRef<HTMLInputElement>(null);
  const { outcome, copy } = useCopy(value);
  const copyOrMark = async () => {
    if (!(await copy())) input.current?.select();
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
        <Button onPress={copyOrMark} className={buttonStyle({ size })}>
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
