"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroup } from "#components/ui/checkbox-group.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { CREATABLE_BY } from "#lib/imports/creatable.ts";
import { ownSourceOf } from "#lib/imports/own-exports.ts";
import type { ImportDraft } from "./import-draft.ts";

export type ImportScopeProps = {
  draft: ImportDraft;
  isDisabled: boolean;
  onChange: (draft: ImportDraft) => void;
  onSource: (source: string) => void;
};

/** Where the rows come from, and what is made on the way where the file names what nobody knows yet. */
export function ImportScope({ draft, isDisabled, onChange, onSource }: ImportScopeProps) {
  const t = useTranslations("imports");
  const creatable = CREATABLE_BY[draft.kind];
  return (
    <div
      // Another file or kind has another source: the field begins anew.
      key={`${draft.kind} ${draft.file.name}`}
      className="flex flex-wrap items-start gap-x-8 gap-y-4 border-t border-hairline px-4 py-4 sm:px-5"
    >
      {isNamedByRows(draft) ? (
        <div className="w-full text-xs sm:w-64">
          <p className="font-medium">{t("source")}</p>
          <p className="mt-1 text-muted">{t("sourcesInFile")}</p>
        </div>
      ) : (
        <TextField
          className="w-full sm:w-64"
          label={t("source")}
          name="source"
          defaultValue={draft.source}
          hint={t("sourceHint", { kind: draft.kind })}
          isDisabled={isDisabled}
          onChange={onSource}
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

/** Whether each row says whose it is, as those of our own files do. */
function isNamedByRows({ kind, preview, columns }: ImportDraft): boolean {
  return !preview.format && ownSourceOf(kind, preview.headers, columns) !== undefined;
}
