"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import type { ActionResult } from "#lib/actions/result.ts";

export type SettingsAction = (
  previous: ActionResult<void> | null,
  form: FormData,
) => Promise<ActionResult<void>>;

/** The texts of a form's fields by name. */
export type FieldTexts = Readonly<Record<string, string>>;

type Refused = Extract<ActionResult<void>, { ok: false }>;

export type SettingsForm = {
  submit: (form: FormData) => void;
  isPending: boolean;
  isSaved: boolean;
  refused: Refused | null;
  /** What the fields show: what is stored, or what was typed and refused */
  values: FieldTexts;
  errorsOf: (field: string) => string[] | undefined;
};

/** A form of settings: after somebody else's save it fetches what is stored now, and keeps what was typed. */
export function useSettingsForm(action: SettingsAction, stored: FieldTexts): SettingsForm {
  const router = useRouter();
  const [state, submit, isPending] = useSafeAction(action);
  const refused = state?.ok === false ? state : null;
  useEffect(() => {
    if (refused?.code === "stale") router.refresh();
  }, [refused, router]);
  return {
    submit,
    isPending,
    isSaved: state?.ok === true && !isPending,
    refused,
    values: refused?.values ?? stored,
    errorsOf: (field) => refused?.fields?.[field],
  };
}
