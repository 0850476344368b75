"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { SavedMapping } from "#lib/imports/saved-mapping.ts";
import type { ImportKind } from "#lib/imports/types.ts";
import type { UnreadValue } from "#lib/imports/views.ts";
import type { ChosenFile, FileHead, StoredFile } from "./file-head.ts";
import type { ImportDraft, StoredMapping } from "./import-draft.ts";
import type { FilePreview, ReadingChoice } from "./preview-file.ts";

/** A file that was sent before, and how it was mapped. */
export type StoredDraft = StoredMapping & {
  file: StoredFile;
  /** What its dry run could not read in the whole of it */
  unread: readonly UnreadValue[];
};

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
  async function read(
    file: ChosenFile,
    choice: ReadingChoice,
    isPlain = false,
  ): Promise<FilePreview | null> {
    const { previewFile, previewHead } = await import("./preview-file.ts");
    const known = saved.filter(({ kind }) => kind === (chosenKind ?? kind));
    const head = draft?.file === file ? headFor(choice, draft.preview) : null;
    const options = { choice, known, isPlain };
    const reading = head
      ? previewHead(head, options)
      : previewFile(file, { ...options, previewUrl });
    const preview = await reading.catch(() => ({ fault: unreadable }));
    const isReadable = !("fault" in preview);
    setFault(isReadable ? null : preview.fault);
    return isReadable ? preview : null;
  }

  async function choose(file: File) {
    const preview = await read(file, {});
    const { draftOf, kindFor } = await drafting();
    setDraft(preview && draftOf({ file, preview }, kindFor(preview, chosenKind, saved), saved));
  }

  async function chooseKind(kind: ImportKind) {
    setChosenKind(kind);
    if (!draft) return;
    const { draftAs } = await drafting();
    setDraft((current) => current && draftAs(current, kind, saved));
  }

  /** Read the same file in another way; plain is by its headers as they stand, whatever export it is. */
  async function reread(choice: ReadingChoice, isPlain = draft?.isPlain === true) {
    if (!draft) return;
    const preview = await read(draft.file, choice, isPlain);
    if (!preview) return;
    const { draftOf, kindFor, plainDraftOf } = await drafting();
    if (isPlain) return setDraft(plainDraftOf({ file: draft.file, preview, choice }, draft.kind));
    const isSame = preview.format?.name === draft.preview.format?.name;
    const kind = isSame && chosenKind ? chosenKind : kindFor(preview, chosenKind, saved);
    setDraft(draftOf({ file: draft.file, preview, choice }, kind, saved));
  }

  const reopen = useEffectEvent(async () => {
    if (!stored) return;
    const { choiceOf, redraftOf } = await drafting();
    const choice = choiceOf(stored.mapping);
    // A mapping that names no export was made of the headers as they stand.
    const isPlain = stored.mapping !== null && stored.mapping.format === undefined;
    const preview = await read(stored.file, choice, isPlain);
    if (!preview) return;
    const { unread } = stored;
    setDraft({ ...redraftOf({ file: stored.file, preview, choice }, stored, saved), unread });
  });
  useEffect(() => {
    void reopen();
  }, []);

  const kind = draft?.kind ?? chosenKind ?? "orders";
  return { kind, draft, fault, choose, chooseKind, reread, setDraft };
}

/** Gives a draft another source, a file of which may have been mapped before. */
export async function sourceChooser() {
  return (await drafting()).withSource;
}

/** What knows headers and fields comes with the first file too. */
async function drafting() {
  const [drafts, kinds] = await Promise.all([
    import("./import-draft.ts"),
    import("./likely-kind.ts"),
  ]);
  return { ...drafts, ...kinds };
}

/** The head that was read already, unless another sheet is wanted. */
function headFor({ sheet }: ReadingChoice, { head }: FilePreview): FileHead | null {
  return !head.workbook || !sheet || head.workbook.sheet === sheet ? head : null;
}
