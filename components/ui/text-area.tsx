"use client";

import { type ReactNode, useId, useState } from "react";
import { Label } from "react-aria-components/Label";
import { TextArea as AriaTextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField } from "react-aria-components/TextField";
import { cx } from "#lib/class-names.ts";
import { FieldNotes } from "./field-notes.tsx";
import { BOX_STATES, FIELD_LABEL, isBad } from "./field-style.ts";
import { useEarlyInput } from "./use-early-input.ts";

export type TextAreaProps = {
  label: string;
  name: string;
  defaultValue?: string;
  /** What it shows, where something else writes it too */
  value?: string;
  onChange?: (value: string) => void;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  /** Lines in sight; it grows with what is typed. */
  rows?: number;
  maxLength?: number;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  placeholder?: string;
  className?: string;
};

/** A labelled text of several lines. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, errors, rows = 3, placeholder = "", className, ...field } = props;
  const id = useId();
  const [earlyText] = useState(() => textIn(id));
  const place = useEarlyInput<HTMLDivElement>(earlyText);
  return (
    <AriaTextField
      {...field}
      ref={place}
      id={id}
      isInvalid={isBad(errors)}
      validationBehavior="aria"
      className={cx("block min-w-0", className)}
    >
      <Label className={FIELD_LABEL}>{label}</Label>
      <AriaTextArea
        rows={rows}
        placeholder={placeholder}
        style={{ minBlockSize: `calc(${rows}lh + 1rem)` }}
        className={AREA}
      />
      <FieldNotes hint={hint} errors={errors} />
    </AriaTextField>
  );
}

// React empties a text of several lines of what was typed while it takes the page over, before any effect.
function textIn(id: string): string | undefined {
  if (typeof document === "undefined") return undefined;
  const area = document.getElementById(id);
  return area instanceof HTMLTextAreaElement ? area.value : undefined;
}

const AREA = cx(
  "block field-sizing-content max-h-96 w-full min-w-0 rounded-sm border border-control bg-surface",
  "px-2.5 py-2.5 text-md sm:py-1.5 sm:text-sm",
  BOX_STATES,
);
