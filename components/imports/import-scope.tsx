"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroup } from "#components/ui/checkbox-group.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { CREATABLE_BY } from "#lib/imports/creatable.ts";
import type { ImportDraft } from "./import-draft.ts";

export type ImportScopeProps = {
  draft: ImportDraft;
  isDisabled: boolean;
  onChange: (draft: ImportDraft) => void;
};

/** Where the rows come from, and what is made on the way where the file names what nobody knows yet. */
export function ImportScope({ draft, isDisabled, onChange }: ImportScopeProps) {
  const t = useTranslations("imports");
  const creatable = CREATABLE_BY[draft.kind];
  if (draft.source === null && creatable.length === 0) return null;
  return (
    <div
      // Another file or kind has another source: the field begins anew.
      key={`${draft.kind} ${draft.file.name}`}
      className="flex flex-wrap items-start gap-x-8 gap-y-4 border-t border-hairline px-4 py-4 sm:px-5"
    >
      {draft.source !== null && (
        <TextField
          className="w-full sm:w-64"
          label={t("source")}
          name="source"
          defaultValue={draft.source}
          hint={t("sourceHint")}
          isDisabled={isDisabled}
          onChange={(source) => onChange({ ...draft, source })}
        />
      )}
      {creatable.length > 0 && (
        <CheckboxGroup
          className="min-w-0 flex-1 basis-72"
          label={t("createMissing")}
          name="createMissing"
          options={creatable.map((value) => ({ value, label: t(`creatable_${value}`) }))}
          value={draft.createMissing}
          hint={t("createMissingHint")}
          isDisabled={isDisabled}
          onChange={(values) =>
            onChange({ ...draft, createMissing: creatable.filter((each) => values.includes(each)) })
          }
        />
      )}
    </div>
  );
}
