"use client";

import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Text } from "react-aria-components/Text";
import { FIELD_ERROR, FIELD_HINT } from "./field-style.ts";

export type FieldNotesProps = { hint?: ReactNode; errors?: readonly string[] | undefined };

/** Under a field of react-aria: what to know about it, and what the server found wrong. */
export function FieldNotes({ hint, errors }: FieldNotesProps) {
  return (
    <>
      {hint && (
        <Text slot="description" className={FIELD_HINT}>
          {hint}
        </Text>
      )}
      <FieldError className={FIELD_ERROR}>{errors?.join(" ")}</FieldError>
    </>
  );
}
