"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useAnswerAnyway } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import type { ActionResult } from "#lib/actions/result.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { SavedMapping } from "#lib/imports/saved-mapping.ts";

export type ForgetAction = (
  previous: ActionResult<void> | null,
  form: FormData,
) => Promise<ActionResult<void>>;

export type MatchedNoteProps = {
  matched: SavedMapping;
  tenant: string;
  formats: { locale: string; timeZone: string };
  forget: ForgetAction;
  /** The mapping is forgotten: the file is now read by its headers */
  onForgotten: () => void;
};

/** Says that the file is mapped as one before it was, and lets that be forgotten. */
export function MatchedNote({ matched, tenant, formats, forget, onForgotten }: MatchedNoteProps) {
  const t = useTranslations("imports");
  const [refusal, setRefusal] = useState<string>();
  const [isPending, startTransition] = useTransition();
  const answerAnyway = useAnswerAnyway<void>();
  const when = formatInstant(matched.usedAt, formats.locale, formats.timeZone);
  const send = () =>
    startTransition(async () => {
      const form = new FormData();
      form.set("tenant", tenant);
      form.set("mappingId", matched.id);
      const result = await answerAnyway(forget)(null, form);
      if (result.ok) onForgotten();
      else setRefusal(result.message);
    });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-hairline px-4 py-2 sm:px-5">
      <p className="min-w-0 flex-1 basis-60 text-xs text-muted">
        {t("matchedFrom", { name: matched.fileName, when })}
      </p>
      <Button size="sm" variant="quiet" isPending={isPending} onPress={send}>
        {t("forget")}
      </Button>
      {refusal && <InlineError>{refusal}</InlineError>}
    </div>
  );
}
