import { Notice } from "#components/ui/notice.tsx";
import type { ActionResult } from "#lib/actions/result.ts";

export type RefusalProps = { answer: ActionResult<unknown> | null };

/** Why a form was refused, where no field says it. */
export function Refusal({ answer }: RefusalProps) {
  if (!answer || answer.ok || hasMarkedField(answer.fields)) return null;
  return (
    <Notice tone="bad" isAlert>
      {answer.message}
    </Notice>
  );
}

function hasMarkedField(fields: Record<string, string[] | undefined> | undefined): boolean {
  return Object.values(fields ?? {}).some((errors) => errors !== undefined && errors.length > 0);
}
