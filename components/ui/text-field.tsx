"use client";

import type { ReactNode } from "react";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { TextField as AriaTextField } from "react-aria-components/TextField";
import { cx } from "#lib/class-names.ts";
import { FieldNotes } from "./field-notes.tsx";
import { FIELD_LABEL, type FieldSize, fieldBox, isBad } from "./field-style.ts";
import { useEarlyInput } from "./use-early-input.ts";

export type TextFieldProps = {
  label: string;
  name: string;
  type?: "text" | "email" | "password" | "date" | "search";
  defaultValue?: string | undefined;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  size?: FieldSize;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  hasAutoFocus?: boolean;
  placeholder?: string;
  autoComplete?: string;
  onChange?: (value: string) => void;
  inputMode?: "text" | "decimal" | "email" | "numeric" | "search";
  /** Stands inside the box at its end: a unit or a small button. */
  end?: ReactNode;
  className?: string;
};

/** A labelled line of text. What the server found wrong stays until the next answer, so it never blocks sending. */
export function TextField({ label, hint, errors, size, end, className, ...field }: TextFieldProps) {
  const { placeholder = "", hasAutoFocus = false, ...props } = field;
  const place = useEarlyInput<HTMLDivElement>();
  return (
    <AriaTextField
      ref={place}
      {...definedOnly(props)}
      autoFocus={hasAutoFocus}
      isInvalid={isBad(errors)}
      validationBehavior="aria"
      className={cx("block min-w-0", className)}
    >
      <Label className={FIELD_LABEL}>{label}</Label>
      <span className="relative block">
        <Input placeholder={placeholder} className={fieldBox(size, end ? "pe-12" : undefined)} />
        {end && (
          <span className="absolute inset-y-0 end-0 flex items-center pe-1.5 text-muted">
            {end}
          </span>
        )}
      </span>
      <FieldNotes hint={hint} errors={errors} />
    </AriaTextField>
  );
}

// An undefined defaultValue would make the field neither controlled nor filled.
function definedOnly<T extends { defaultValue?: string | undefined }>({
  defaultValue,
  ...rest
}: T) {
  return defaultValue === undefined ? rest : { ...rest, defaultValue };
}
