"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSafeAction } from "#components/forms/use-safe-action.ts";

import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ActionResult } from "#lib/actions/result.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { ImportKind, ImportStatus } from "#lib/imports/types.ts";

type Started = { id: string; status: ImportStatus };

export type CommitFormProps = {
  tenant: string;
  importId: string;
  kind: ImportKind;
  /** Rows that can go in */
  rows: number;
  locale: string;
  /** Stands before the button: the way back */
  beside: ReactNode;
  action: (
    previous: ActionResult<Started> | null,
    form: FormData,
  ) => Promise<ActionResult<Started>>;
};

/** Imports for real what a dry run has checked. */
export function CommitForm(props: CommitFormProps) {
  const { tenant, importId, kind, rows, locale, beside, action } = props;
  const t = useTranslations("imports");
  const [state, submit, isPending] = useSafeAction(action);
  return (
    <form action={submit} className="flex flex-1 flex-wrap items-center gap-2">
      <input type="hidden" name="tenant" value={tenant} />
      <input type="hidden" name="importId" value={importId} />
      <p className="min-w-0 flex-1 basis-52 text-xs text-muted">{t("importNowHint")}</p>
      {beside}
      <Button type="submit" variant="primary" isPending={isPending}>
        {t("importNow", { kind, count: rows, rows: formatNumber(rows, locale) })}
      </Button>
      {state?.ok === false && (
        <div className="basis-full">
          <Notice tone="bad" isAlert>
            {state.message}
          </Notice>
        </div>
      )}
    </form>
  );
}
