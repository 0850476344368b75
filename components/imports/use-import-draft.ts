"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { SavedMapping } from "#lib/imports/saved-mapping.ts";
import type { ImportKind } from "#lib/imports/types.ts";
import type { ChosenFile, FileHead, StoredFile } from "./file-head.ts";
import {
  choiceOf,
  draftOf,
  type ImportDraft,
  likelyKind,
  redraftOf,
  type StoredMapping,
} from "./import-draft.ts";
import type { FilePreview, ReadingChoice } from "./preview-file.ts";

/** A file that was sent before, and how it was mapped. */
export type StoredDraft = StoredMapping & { file: StoredFile };

export type DraftOptions = {
  /** What to say of a file that cannot be opened */
  unreadable: string;
  /** Where workbooks are read */
  previewUrl: string;
  saved: readonly SavedMapping[];
  /** What to begin with */
  stored: StoredDraft | null;
};

/** The chosen file and how it will be read; `fault` says why the last chosen file cannot be read at all. */
export function useImportDraft({ unreadable, previewUrl, saved, stored }: DraftOptions) {
  // null until somebody says what is in the file: then the headers tell.
  const [chosenKind, setChosenKind] = useState<ImportKind | null>(stored?.kind ?? null);
  const [draft, setDraft] = useState<ImportDraft | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  // The reader is as large as the rest of the page: it comes with the first file.
  async function read(file: ChosenFile, choice: ReadingChoice): Promise<FilePreview | null> {
    const { previewFile, previewHead } = await import("./preview-file.ts");
    const known = saved.filter(({ kind }) => kind === (chosenKind ?? kind));
    const head = draft?.file === file ? headFor(choice, draft.preview) : null;
    const reading = head
      ? previewHead(head, choice, known)
      : previewFile(file, { choice, previewUrl, known });
    const preview = await reading.catch(() => ({ fault: unreadable }));
    const isReadable = !("fault" in preview);
    setFault(isReadable ? null : preview.fault);
    return isReadable ? preview : null;
  }

  async function choose(file: File) {
    const preview = await read(file, {});
    const kind = preview && (chosenKind ?? likelyKind(preview));
    setDraft(kind && draftOf({ file, preview }, kind, saved));
  }

  function chooseKind(kind: ImportKind) {
    setChosenKind(kind);
    setDraft((current) => current && draftOf(current, kind, saved));
  }

  /** Read the same file in another way. */
  async function reread(choice: ReadingChoice) {
    if (!draft) return;
    const preview = await read(draft.file, choice);
    const kind = preview && (chosenKind ?? likelyKind(preview));
    if (kind) setDraft(draftOf({ file: draft.file, preview, choice }, kind, saved));
  }

  const reopen = useEffectEvent(async () => {
    if (!stored) return;
    const choice = choiceOf(stored.mapping);
    const preview = await read(stored.file, choice);
    if (preview) setDraft(redraftOf({ file: stored.file, preview, choice }, stored, saved));
  });
  useEffect(() => {
    void reopen();
  }, []);

  const kind = draft?.kind ?? chosenKind ?? "orders";
  return { kind, draft, fault, choose, chooseKind, reread, setDraft };
}

/** The head that was read already, unless another sheet is wanted. */
function headFor({ sheet }: ReadingChoice, { head }: FilePreview): FileHead | null {
  return !head.workbook || !sheet || head.workbook.sheet === sheet ? head : null;
}
