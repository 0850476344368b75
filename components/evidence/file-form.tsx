"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FIELD_ERROR, FIELD_HINT, FIELD_LABEL, fieldBox } from "#components/ui/field-style.ts";
import { Notice } from "#components/ui/notice.tsx";
import { SummaryLine } from "#components/ui/summary-line.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { FILE_ENDINGS } from "#lib/evidence/file-type.ts";
import { MOST_FILE_BYTES, type SubjectRef } from "#lib/evidence/types.ts";
import { StanceField } from "./found-sources.tsx";

export type FileFormProps = {
  of: SubjectRef;
  slug: string;
  /** YYYY-MM-DD */
  today: string;
  /** The page it comes back to */
  returnTo: string;
  /** Why the last one was not kept */
  refusal: string | null;
};

/** A file as evidence. A plain form: it goes to a route of its own, since no action takes 10 MB. */
export function FileForm({ of, slug, today, returnTo, refusal }: FileFormProps) {
  const t = useTranslations("evidence");
  const id = useId();
  const [fault, setFault] = useState<FileFault | null>(null);
  const check = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const found = fileFault(currentTarget.files?.[0]);
    setFault(found);
    // The browser does not send the form, and nothing that is written in it is lost.
    currentTarget.setCustomValidity(found ? t(`fileRefused_${found}`) : "");
  };
  return (
    <details className="border-t border-hairline pt-3" open={refusal !== null || undefined}>
      <SummaryLine>{t("addFile")}</SummaryLine>
      <form
        method="post"
        encType="multipart/form-data"
        action={`/w/${slug}/evidence/files`}
        className="flex flex-col gap-4 pt-3"
      >
        <input type="hidden" name="subject" value={of.subject} />
        <input type="hidden" name="subjectId" value={of.subjectId} />
        <input type="hidden" name="returnTo" value={returnTo} />
        <div>
          <label htmlFor={id} className={FIELD_LABEL}>
            {t("file")}
          </label>
          <input
            id={id}
            type="file"
            name="file"
            required
            accept={FILE_ENDINGS.join(",")}
            onChange={check}
            aria-invalid={fault !== null || undefined}
            aria-describedby={fault ? `${id}-hint ${id}-fault` : `${id}-hint`}
            className={fieldBox("md", "py-1")}
          />
          <span id={`${id}-hint`} className={FIELD_HINT}>
            {t("fileHint")}
          </span>
          {fault && (
            <span id={`${id}-fault`} role="alert" className={FIELD_ERROR}>
              {t(`fileRefused_${fault}`)}
            </span>
          )}
        </div>
        <TextField label={t("day")} name="datedOn" type="date" defaultValue={today} />
        <TextArea label={t("excerpt")} name="excerpt" hint={t("fileExcerptHint")} />
        <StanceField value={undefined} />
        <div>
          <Button type="submit">{t("keepFile")}</Button>
        </div>
        {refusal !== null && (
          <Notice tone="bad" isAlert>
            {refusal}
          </Notice>
        )}
      </form>
    </details>
  );
}

type FileFault = "invalid_input" | "too_large";

/** What can be told of a file before it is sent; null for nothing. */
function fileFault(file: File | undefined): FileFault | null {
  if (!file) return null;
  const isKnown = FILE_ENDINGS.some((ending) => file.name.toLowerCase().endsWith(ending));
  if (!isKnown || file.size === 0) return "invalid_input";
  return file.size > MOST_FILE_BYTES ? "too_large" : null;
}
