"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { STANCES } from "#lib/evidence/types.ts";
import type { CutTarget } from "#lib/interviews/types.ts";

export type CutFormProps = {
  tenant: string;
  interviewId: string;
  /** The element that holds the notes */
  notesId: string;
  /** How many were cut out of it already */
  pieces: number;
  targets: readonly CutTarget[];
  action: FormAction<{ id: string }>;
};

/** Words of the notes as evidence. Marking them in the notes brings them here; they can be typed as well. */
export function CutForm(props: CutFormProps) {
  const { tenant, interviewId, notesId, targets, pieces, action } = props;
  const t = useTranslations("personae");
  const evidence = useTranslations("evidence");
  const marked = useMarkedWords(notesId, pieces);
  return (
    <ActionForm
      action={action}
      hidden={{ tenant, interviewId }}
      submitLabel={t("cutDo")}
      doneText={t("cutDone")}
    >
      {(refusal) => (
        <>
          <TextArea
            // Other words that were marked are a new default.
            key={marked}
            label={t("cutWords")}
            name="excerpt"
            defaultValue={marked || (refusal?.values?.["excerpt"] ?? "")}
            errors={refusal?.fields?.["excerpt"]}
          />
          <PlainSelect
            label={t("cutTarget")}
            name="target"
            options={targets.map(({ value, label, group }) => ({
              value,
              label: `${t(`group_${group}`)} · ${label}`,
            }))}
            defaultValue={refusal?.values?.["target"] ?? ""}
            errors={refusal?.fields?.["target"]}
          />
          <PlainSelect
            label={t("cutStance")}
            name="stance"
            hasNone={false}
            options={STANCES.map((value) => ({ value, label: evidence(`stance_${value}`) }))}
            defaultValue={refusal?.values?.["stance"] ?? "supports"}
          />
        </>
      )}
    </ActionForm>
  );
}

/** The words last marked inside an element; "" before any were, and once there is another piece: they are evidence then. */
function useMarkedWords(elementId: string, pieces: number): string {
  const [words, setWords] = useState("");
  const [known, setKnown] = useState(pieces);
  if (known !== pieces) {
    setKnown(pieces);
    setWords("");
  }
  useEffect(() => {
    const read = () => {
      const selection = document.getSelection();
      const place = document.getElementById(elementId);
      const text = selection?.toString().trim() ?? "";
      const isInside = place?.contains(selection?.anchorNode ?? null) && text !== "";
      if (isInside) setWords(text);
    };
    // Once the mark is made, not at every letter on its way.
    document.addEventListener("pointerup", read);
    document.addEventListener("keyup", read);
    return () => {
      document.removeEventListener("pointerup", read);
      document.removeEventListener("keyup", read);
    };
  }, [elementId]);
  return words;
}
