import "server-only";
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { z } from "zod";
import { DomainError } from "#lib/errors/index.ts";
import { MOST_WORKBOOK_BYTES } from "./limits.ts";

const SCRIPT = [
  "--max-old-space-size=180",
  "--max-semi-space-size=8",
  "lib/workbook/queries/convert.ts",
];
const LONGEST_MS = 120_000;
/** One long text that many cells share makes a small workbook large again. */
const MOST_HEAD_CHARACTERS = 16 * 1024 ** 2;
/** Each reader may hold 300 MB: more at once are asked to come again. */
const MOST_HEADS_AT_ONCE = 2;
const REFUSED = 3;
const TOO_MUCH =
  "The workbook is too large to be read. Save the sheet as CSV and send that; CSV has no such limit.";

const WorkbookHead = z.object({
  sheets: z.array(z.string()),
  sheet: z.string(),
  csv: z.string(),
  isWhole: z.boolean(),
});
/** The names of a workbook's sheets and the first rows of one, as CSV. */
type WorkbookHead = z.infer<typeof WorkbookHead>;

/** Which sheet of a workbook, the first when "", and which of its rows holds the headers, as it looks when left out. */
export type SheetChoice = { sheet: string; headerRow?: number | undefined };

/**
 * One sheet of a workbook as CSV in UTF-8, a line per row. It is read by a process of its own with bounds of memory and
 * time.
 *
 * @throws DomainError `invalid_input` when it is none, too large, or has no such sheet
 */
export async function* readSheetAsCsv(
  workbook: AsyncIterable<Uint8Array>,
  choice: SheetChoice,
): AsyncGenerator<Uint8Array> {
  const bytes = await whole(workbook);
  const reader = startReader("csv", choice);
  try {
    reader.stdin.end(bytes);
    for await (const chunk of reader.stdout) yield chunk;
    await checkEnd(reader);
  } finally {
    reader.kill("SIGKILL");
  }
}

/**
 * The head of a sheet (the first when `sheet` is ""), for a preview.
 *
 * @throws DomainError as `readSheetAsCsv`, and `unavailable` while others are being read
 */
export async function readWorkbookHead(
  workbook: AsyncIterable<Uint8Array>,
  sheet: string,
): Promise<WorkbookHead> {
  const bytes = await whole(workbook);
  if (headsBeingRead >= MOST_HEADS_AT_ONCE) throw new DomainError("unavailable", BUSY, SOON);
  headsBeingRead += 1;
  try {
    return WorkbookHead.parse(JSON.parse(await headText(bytes, sheet)));
  } finally {
    headsBeingRead -= 1;
  }
}

let headsBeingRead = 0;
const BUSY = "Other workbooks are being read. Try again in a moment.";
const SOON = { retryAfterSeconds: 2 };

async function headText(workbook: Buffer, sheet: string): Promise<string> {
  const reader = startReader("head", { sheet });
  try {
    reader.stdin.end(workbook);
    let text = "";
    for await (const chunk of reader.stdout.setEncoding("utf8")) {
      text += chunk;
      if (text.length > MOST_HEAD_CHARACTERS) throw new DomainError("invalid_input", TOO_MUCH);
    }
    await checkEnd(reader);
    return text;
  } finally {
    reader.kill("SIGKILL");
  }
}

async function whole(workbook: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  for await (const chunk of workbook) {
    byteCount += chunk.length;
    if (byteCount > MOST_WORKBOOK_BYTES)
      throw new DomainError(
        "invalid_input",
        "The workbook is larger than 20 MB. Save the sheet as CSV and send that.",
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

type Reader = ChildProcessWithoutNullStreams & { reason: string };

function startReader(mode: "csv" | "head", { sheet, headerRow }: SheetChoice): Reader {
  const child = spawn(
    process.execPath,
    ["--import", "./lib/boot/register.js", ...SCRIPT, mode, sheet, String(headerRow ?? "")],
    // It needs no secret of ours, and gets none.
    { env: { NODE_ENV: "production" }, timeout: LONGEST_MS, killSignal: "SIGKILL" },
  );
  const reader = Object.assign(child, { reason: "" });
  // It ends before it has read all when it refuses; the exit code tells.
  reader.stdin.on("error", () => undefined);
  // It could not be started, for want of memory or processes: it has no exit code of its own then.
  reader.on("error", () => undefined);
  reader.stderr.setEncoding("utf8").on("data", (text: string) => {
    if (reader.reason.length < 1_000) reader.reason += text;
  });
  return reader;
}

/** Whatever ends it but itself is a limit of memory or time. */
async function checkEnd(reader: Reader): Promise<void> {
  if (reader.exitCode === null && reader.signalCode === null) await once(reader, "close");
  if (reader.exitCode === 0) return;
  throw new DomainError("invalid_input", reader.exitCode === REFUSED ? reader.reason : TOO_MUCH);
}
