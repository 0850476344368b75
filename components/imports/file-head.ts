import { SNIFF_BYTES } from "#lib/csv/index.ts";
import { isWorkbook } from "#lib/workbook/is-workbook.ts";
import { sheetHeadFrom, sheetHeadOf } from "./read-sheet-head.ts";

/** A file that lies on the server since a dry run. */
export type StoredFile = { importId: string; name: string; size: number; headUrl: string };

/** A file from the desk, or one that was sent before. */
export type ChosenFile = File | StoredFile;

/** The first bytes of a file, of a workbook those of one sheet as CSV. */
export type FileHead = {
  bytes: Uint8Array;
  /** false when the file goes on after these bytes */
  isWhole: boolean;
  /** Of a workbook: its sheets, and the one that is shown */
  workbook: { sheets: string[]; sheet: string } | null;
};

/** Reads the head of a file; a sentence when it cannot be read at all. `previewUrl` is where workbooks are read. */
export function readHead(
  file: Blob | StoredFile,
  previewUrl: string,
  sheet: string,
): Promise<FileHead | { fault: string }> {
  return file instanceof Blob ? chosenHead(file, previewUrl, sheet) : storedHead(file, sheet);
}

async function chosenHead(file: Blob, previewUrl: string, sheet: string) {
  const bytes = new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
  if (isWorkbook(bytes)) return sheetHeadOf(file, previewUrl, sheet);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return { ...(await unpackHead(file)), workbook: null };
  return { bytes, isWhole: file.size <= SNIFF_BYTES, workbook: null };
}

async function storedHead({ headUrl, size }: StoredFile, sheet: string) {
  const answer = await fetch(`${headUrl}?${new URLSearchParams({ sheet })}`);
  if (answer.headers.get("content-type") !== "application/octet-stream")
    return sheetHeadFrom(answer);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { bytes, isWhole: size <= bytes.length, workbook: null };
}

/** As much of a gzip file as a preview needs. */
async function unpackHead(file: Blob): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const reader = file.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const bytes = new Uint8Array(SNIFF_BYTES);
  let filled = 0;
  while (filled < SNIFF_BYTES) {
    const { value, done } = await reader.read();
    if (done) return { bytes: bytes.subarray(0, filled), isWhole: true };
    const part = value.subarray(0, SNIFF_BYTES - filled);
    bytes.set(part, filled);
    filled += part.length;
  }
  await reader.cancel();
  return { bytes, isWhole: false };
}
