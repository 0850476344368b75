export type Upload = {
  url: string;
  kind: string;
  isDryRun: boolean;
  mapping: object | null;
  file: File;
  /** 0..100 */
  onProgress: (percent: number) => void;
  signal: AbortSignal;
};

export type UploadAnswer = { ok: true; id: string } | { ok: false; detail: string | null };

/** Sends a file with real progress, which fetch cannot tell. `detail` is null when no answer came. */
export function uploadFile(upload: Upload): Promise<UploadAnswer> {
  const request = new XMLHttpRequest();
  request.open("POST", upload.url);
  request.responseType = "json";
  request.upload.addEventListener("progress", ({ loaded, total }) =>
    upload.onProgress(total > 0 ? Math.floor((100 * loaded) / total) : 0),
  );
  upload.signal.addEventListener("abort", () => request.abort(), { once: true });
  return new Promise((resolve) => {
    request.addEventListener("load", () => resolve(answerOf(request.response)));
    request.addEventListener("error", () => resolve({ ok: false, detail: null }));
    request.send(formOf(upload));
  });
}

// The server reads fields that come before the file; what follows it would be too late.
function formOf({ kind, isDryRun, mapping, file }: Upload): FormData {
  const form = new FormData();
  form.append("kind", kind);
  form.append("dryRun", String(isDryRun));
  if (mapping) form.append("mapping", JSON.stringify(mapping));
  form.append("file", file);
  return form;
}

function answerOf(body: unknown): UploadAnswer {
  if (typeof body !== "object" || body === null) return { ok: false, detail: null };
  if ("id" in body && typeof body.id === "string") return { ok: true, id: body.id };
  const isProblem = "detail" in body && typeof body.detail === "string";
  return { ok: false, detail: isProblem ? String(body.detail) : null };
}
