"use client";

import { useTranslations } from "next-intl";

const STATES = ["empty", "filled", "error", "disabled", "readOnly"] as const;

export type FieldState = {
  /** Names the state, as the label of the field that shows it */
  label: string;
  key: (typeof STATES)[number];
  isFilled: boolean;
  errors?: readonly string[];
  isDisabled: boolean;
  isReadOnly: boolean;
};

/** The states every field is shown in. */
export function useFieldStates(): readonly FieldState[] {
  const t = useTranslations("design");
  return STATES.map((key) => ({
    key,
    label: t(`states.${key}`),
    isFilled: key !== "empty",
    isDisabled: key === "disabled",
    isReadOnly: key === "readOnly",
    ...(key === "error" ? { errors: [t("sample.error")] } : {}),
  }));
}
