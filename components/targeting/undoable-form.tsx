"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import type { FormAction, Refusal } from "#components/people/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { Undoable } from "#lib/segments/targeting/types.ts";

export type UndoableFormProps = {
  action: FormAction<Undoable>;
  /** The workspace, what it is about, and the version that was seen */
  hidden: Readonly<Record<string, string>>;
  version: number;
  /** The fields; after a refusal with what was typed */
  children: (refusal: Refusal | null) => ReactNode;
  submitLabel: string;
};

/** A form whose last change can be taken back right after it, by sending what was there before. Works without JavaScript. */
export function UndoableForm({
  action,
  hidden,
  version,
  children,
  submitLabel,
}: UndoableFormProps) {
  const t = useTranslations("targeting");
  const [state, submit, isPending] = useSafeAction(action);
  const form = useFirstBadField(state);
  const refusal = state?.ok === false ? state : null;
  const done = state?.ok ? state.data : null;
  return (
    <div className="flex flex-col gap-3">
      <form ref={form} action={submit} className="flex flex-col gap-4">
        <Hidden values={{ ...hidden, version: String(version) }} />
        <div key={version} className="contents">
          {children(refusal)}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" isPending={isPending}>
            {submitLabel}
          </Button>
          <p role="status" className="text-xs text-muted">
            {done && t("saved")}
          </p>
        </div>
        {refusal && (
          <Notice tone={refusal.code === "stale" ? "warn" : "bad"} isAlert>
            {refusal.message}
          </Notice>
        )}
      </form>
      {done && (
        <form action={submit}>
          <Hidden values={{ ...hidden, ...done.former, version: String(done.version) }} />
          <Button type="submit" variant="quiet">
            {t("undo")}
          </Button>
        </form>
      )}
    </div>
  );
}

function Hidden({ values }: { values: Readonly<Record<string, string>> }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
