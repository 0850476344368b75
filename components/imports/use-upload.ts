"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { type Upload, uploadFile } from "./upload-file.ts";

/** `null` before and between uploads; `detail` null means that no answer came. */
export type UploadState =
  | { phase: "sending"; percent: number }
  | { phase: "refused"; detail: string | null }
  | null;

/** Sends one file and then goes to its import. */
export function useUpload(slug: string) {
  const router = useRouter();
  const [state, setState] = useState<UploadState>(null);
  const aborter = useRef<AbortController | null>(null);

  async function send(upload: Pick<Upload, "kind" | "file" | "isDryRun" | "mapping">) {
    aborter.current = new AbortController();
    setState({ phase: "sending", percent: 0 });
    const answer = await uploadFile({
      ...upload,
      url: `/w/${slug}/data/imports/upload`,
      onProgress: (percent) => setState({ phase: "sending", percent }),
      signal: aborter.current.signal,
    });
    if (answer.ok) router.push(`/w/${slug}/data/imports/${answer.id}`);
    else setState({ phase: "refused", detail: answer.detail });
  }

  function cancel() {
    aborter.current?.abort();
    setState(null);
  }

  return { state, send, cancel, reset: () => setState(null) };
}
