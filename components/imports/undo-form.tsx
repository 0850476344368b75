"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { LostNames } from "#components/evidence/lost-names.tsx";
import { useAnswerAnyway, useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useHydrated } from "#components/ui/use-hydrated.ts";
import type { ActionResult } from "#lib/actions/result.ts";
import type { EvidenceLoss } from "#lib/evidence/types.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { ImportStatus } from "#lib/imports/types.ts";
import type { ImportView } from "#lib/imports/views.ts";

type Started = { id: string; status: ImportStatus };

export type UndoFormProps = {
  tenant: string;
  entry: Pick<ImportView, "id" | "kind" | "counts" | "customersCreated" | "undo">;
  /** Evidence that would go with it; null where that is not known */
  loss: EvidenceLoss | null;
  /** ISO 8601: the end of the undo window */
  until: string;
  formats: { locale: string; timeZone: string };
  action: (
    previous: ActionResult<Started> | null,
    form: FormData,
  ) => Promise<ActionResult<Started>>;
};

/** Takes an import back after a question that says what will happen; without JavaScript at once. */
export function UndoForm({ tenant, entry, loss, until, formats, action }: UndoFormProps) {
  const t = useTranslations("imports");
  const isHydrated = useHydrated();
  const [state, submit] = useSafeAction(action);
  const answerAnyway = useAnswerAnyway<Started>();
  const when = formatInstant(until, formats.locale, formats.timeZone);
  const trigger = (
    <Button type={isHydrated ? "button" : "submit"}>
      <Undo2 />
      {t(entry.undo ? "undoAgain" : "undo")}
    </Button>
  );
  const undo = async () => {
    const form = new FormData();
    form.set("tenant", tenant);
    form.set("importId", entry.id);
    const result = await answerAnyway(action)(null, form);
    return result.ok ? undefined : result.message;
  };
  return (
    <form action={submit} className="flex flex-1 flex-wrap items-center gap-2">
      <input type="hidden" name="tenant" value={tenant} />
      <input type="hidden" name="importId" value={entry.id} />
      <p className="min-w-0 flex-1 basis-40 text-xs text-muted">{t("undoUntil", { when })}</p>
      {isHydrated ? (
        <ConfirmDialog
          title={t("undoTitle")}
          confirmLabel={t("undoNow")}
          trigger={trigger}
          onConfirm={undo}
        >
          <UndoConsequences entry={entry} loss={loss} locale={formats.locale} />
        </ConfirmDialog>
      ) : (
        trigger
      )}
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

type UndoConsequencesProps = Pick<UndoFormProps, "entry" | "loss"> & { locale: string };

function UndoConsequences({ entry, loss, locale }: UndoConsequencesProps) {
  const t = useTranslations("imports");
  const evidence = useTranslations("evidence");
  const { kind, counts, customersCreated } = entry;
  const lines = [
    { word: UNDO_WORDS[kind].removes, count: counts.created },
    { word: "undoRemoves_customers", count: customersCreated },
    { word: UNDO_WORDS[kind].restores, count: counts.updated },
  ] as const;
  return (
    <>
      <ul className="list-disc ps-5">
        {lines
          .filter(({ count }) => count > 0)
          .map(({ word, count }) => (
            <li key={word}>{t(word, { count, rows: formatNumber(count, locale) })}</li>
          ))}
      </ul>
      {loss && loss.pieces > 0 && (
        <>
          <p className="mt-3">
            {evidence("losesImport", { pieces: loss.pieces, unbacked: loss.unbacked })}
          </p>
          <LostNames loss={loss} />
        </>
      )}
      <p className="mt-3">{t("undoKeeps", { kind })}</p>
    </>
  );
}

const ROWS = { removes: "undoRemoves_rows", restores: "undoRestores_rows" } as const;

const UNDO_WORDS = {
  customers: { removes: "undoRemoves_customers", restores: "undoRestores_customers" },
  orders: ROWS,
  subscriptions: ROWS,
  signals: ROWS,
  interactions: ROWS,
  complaints: ROWS,
  win_loss: ROWS,
  activity_rates: ROWS,
  acquisition_costs: ROWS,
  segment_lists: ROWS,
} as const;
