"use client";

import { useState } from "react";
import type { ImportKind } from "#lib/imports/types.ts";
import { draftOf, type ImportDraft, likelyKind } from "./import-draft.ts";

/** The chosen file and how it will be read; `fault` says why the last chosen file cannot be read at all. */
export function useImportDraft(unreadable: string) {
  // null until somebody says what is in the file: then the headers tell.
  const [chosenKind, setChosenKind] = useState<ImportKind | null>(null);
  const [draft, setDraft] = useState<ImportDraft | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  async function choose(file: File) {
    // The reader is as large as the rest of the page: it comes with the first file.
    const { previewFile } = await import("./preview-file.ts");
    const preview = await previewFile(file).catch(() => ({ fault: unreadable }));
    const isReadable = !("fault" in preview);
    setFault(isReadable ? null : preview.fault);
    setDraft(isReadable ? draftOf({ file, preview }, chosenKind ?? likelyKind(preview)) : null);
  }

  function chooseKind(kind: ImportKind) {
    setChosenKind(kind);
    setDraft((current) => current && draftOf(current, kind));
  }

  const kind = draft?.kind ?? chosenKind ?? "orders";
  return { kind, draft, fault, choose, chooseKind, setDraft };
}
