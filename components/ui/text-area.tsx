"use client";

import type { ReactNode } from "react";
import { Label } from "react-aria-components/Label";
import { TextArea as AriaTextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField } from "react-aria-components/TextField";
import { cx } from "#lib/class-names.ts";
import { FieldNotes } from "./field-notes.tsx";
import { BOX_STATES, FIELD_LABEL, isBad } from "./field-style.ts";

export type TextAreaProps = {
  label: string;
  name: string;
  defaultValue?: string;
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
  return (
    <AriaTextField
      {...field}
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

const AREA = cx(
  "block field-sizing-content max-h-96 w-full min-w-0 rounded-sm border border-control bg-surface",
  "px-2.5 py-2.5 text-md sm:py-1.5 sm:text-sm",
  BOX_STATES,
);
