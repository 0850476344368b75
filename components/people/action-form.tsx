"use client";

import type { ReactNode } from "react";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import type { ButtonVariant } from "#components/ui/button-style.ts";
import { Notice } from "#components/ui/notice.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { ActionResult } from "#lib/actions/result.ts";

/**
 * An action of a form. Written as a method, whose parameters are compared both ways: what an action answered before is
 * only ever handed back to that same action.
 */
export type FormAction<T = unknown> = {
  run(previous: ActionResult<T> | null, form: FormData): Promise<ActionResult<T>>;
}["run"];

export type Refusal = Extract<ActionResult<never>, { ok: false }>;

export type ActionFormProps<T> = {
  action: FormAction<T>;
  /** What the form sends besides its fields: the workspace, whom it is about, the version that was seen */
  hidden: Readonly<Record<string, string | number>>;
  /** The fields; after a refusal with what was typed */
  children?: (refusal: Refusal | null) => ReactNode;
  submitLabel: string;
  /** The button's name where its words alone do not say what it is about */
  describedAs?: string;
  variant?: ButtonVariant;
  /** Said when it is done */
  doneText?: string;
  /** Another button after its own */
  beside?: ReactNode;
  isInline?: boolean;
};

/** One thing to change: its fields, its button, and its answer. Works without JavaScript. */
export function ActionForm<T>(props: ActionFormProps<T>) {
  const { action, hidden, children, submitLabel, describedAs, variant, doneText } = props;
  const [state, submit, isPending] = useSafeAction(action);
  const form = useFirstBadField(state);
  const refusal = state?.ok === false ? state : null;
  return (
    <form
      ref={form}
      action={submit}
      className={props.isInline ? "flex flex-wrap items-end gap-2" : "flex max-w-lg flex-col gap-4"}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children?.(refusal)}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          variant={variant}
          isPending={isPending}
          {...(describedAs ? { "aria-label": describedAs } : {})}
        >
          {submitLabel}
        </Button>
        {props.beside}
        {doneText && (
          <p role="status" className="text-xs text-muted">
            {/* Away while it runs, so that it is read out each time. */}
            {!isPending && state?.ok && doneText}
          </p>
        )}
      </div>
      {refusal && (
        <div className="basis-full">
          <Notice tone="bad" isAlert>
            {refusal.message}
          </Notice>
        </div>
      )}
    </form>
  );
}
