"use client";

import type { ReactNode } from "react";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button, type ButtonProps } from "#components/ui/button.tsx";
import type { FormAction } from "#lib/actions/result.ts";

export type ActionButtonProps = {
  action: FormAction<unknown>;
  /** What the button is about, sent with it */
  fields?: Readonly<Record<string, string>>;
  children: ReactNode;
  /** Said once it is done */
  done?: string;
} & Pick<ButtonProps, "variant" | "size" | "aria-label">;

/** A form of one button: does one thing, and says why where it was refused. */
export function ActionButton({ action, fields = {}, children, done, ...look }: ActionButtonProps) {
  const [answer, submit, isPending] = useSafeAction(action);
  return (
    <form action={submit} className="flex flex-wrap items-center gap-y-1">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" isPending={isPending} {...look}>
        {children}
      </Button>
      <span role="status" className="text-xs text-muted not-empty:ms-3">
        {answer?.ok && done}
        {answer?.ok === false && answer.message}
      </span>
    </form>
  );
}
