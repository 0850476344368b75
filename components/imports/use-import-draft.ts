"use client";

import { useState } from "react";
import type { SavedMapping } from "#lib/imports/saved-mapping.ts";
import type { ImportKind } from "#lib/imports/types.ts";
import { draftOf, type ImportDraft, likelyKind } from "./import-draft.ts";
import type { ReadingChoice } from "./preview-file.ts";

export type DraftOptions = {
  /** What to say of a file that cannot be opened */
  unreadable: string;
  /** Where workbooks are read */
  previewUrl: string;
  saved: readonly SavedMapping[];
};

/** The chosen file and how it will be read; `fault` says why the last chosen file cannot be read at all. */
export function useImportDraft({ unreadable, previewUrl, saved }: DraftOptions) {
  // null until somebody says what is in the file: then the headers tell.
  const [chosenKind, setChosenKind] = useState<ImportKind | null>(null);
  const [draft, setDraft] = useState<ImportDraft | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  // The reader is as large as the rest of the page: it comes with the first file.
  async function read(file: File, choice: ReadingChoice): Promise<boolean> {
    const { previewFile } = await import("./preview-file.ts");
    const preview = await previewFile(file, { choice, previewUrl }).catch(() => ({
      fault: unreadable,
    }));
    const isReadable = !("fault" in preview);
    setFault(isReadable ? null : preview.fault);
    if (!isReadable) return false;
    const kind = chosenKind ?? likelyKind(preview);
    setDraft(draftOf({ file, preview, choice }, kind, saved));
    return true;
  }

  async function choose(file: File) {
    if (!(await read(file, {}))) setDraft(null);
  }

  function chooseKind(kind: ImportKind) {
    setChosenKind(kind);
    setDraft((current) => current && draftOf(current, kind, saved));
  }

  /** Read the same file in another way. */
  async function reread(choice: ReadingChoice) {
    if (draft) await read(draft.file, choice);
  }

  const kind = draft?.kind ?? chosenKind ?? "orders";
  return { kind, draft, fault, choose, chooseKind, reread, setDraft };
}
