"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useAnswerAnyway } from "#components/forms/use-safe-action.ts";
import type { FormAction } from "#lib/actions/result.ts";
import type { ChosenFile } from "./file-head.ts";
import { type Upload, type UploadAnswer, uploadFile } from "./upload-file.ts";

/** `null` before and between uploads; `detail` null means that no answer came. */
export type UploadState =
  | { phase: "sending"; percent: number }
  | { phase: "refused"; detail: string | null }
  | null;

/** Starts another import of a file that was sent before */
export type ReviseAction = FormAction<{ id: string }>;

type Sending = Pick<Upload, "kind" | "isDryRun" | "mapping"> & { file: ChosenFile };

/** Sends one file, or what is to become of a file that was sent before, and then goes to its import. */
export function useUpload(slug: string, revise: ReviseAction | null) {
  const router = useRouter();
  const [state, setState] = useState<UploadState>(null);
  const aborter = useRef<AbortController | null>(null);
  const answerAnyway = useAnswerAnyway<{ id: string }>();

  async function send({ file, ...asked }: Sending) {
    aborter.current = new AbortController();
    setState({ phase: "sending", percent: file instanceof File ? 0 : 100 });
    const answer =
      file instanceof File
        ? await uploadFile({
            ...{ ...asked, file, signal: aborter.current.signal },
            url: `/w/${slug}/data/imports/upload`,
            onProgress: (percent) => setState({ phase: "sending", percent }),
          })
        : await start(file.importId, asked);
    if (answer.ok) router.push(`/w/${slug}/data/imports/${answer.id}`);
    else setState({ phase: "refused", detail: answer.detail });
  }

  async function start(
    importId: string,
    { kind, isDryRun, mapping }: Omit<Sending, "file">,
  ): Promise<UploadAnswer> {
    if (!revise) return { ok: false, detail: null };
    const form = new FormData();
    const values = { tenant: slug, importId, kind, dryRun: String(isDryRun) };
    for (const [name, value] of Object.entries(values)) form.set(name, value);
    if (mapping) form.set("mapping", JSON.stringify(mapping));
    const result = await answerAnyway(revise)(null, form);
    return result.ok ? { ok: true, id: result.data.id } : { ok: false, detail: result.message };
  }

  function cancel() {
    aborter.current?.abort();
    setState(null);
  }

  return { state, send, cancel, reset: () => setState(null) };
}
