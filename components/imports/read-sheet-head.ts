import { MOST_WORKBOOK_BYTES } from "#lib/workbook/limits.ts";

type SheetHead = {
  bytes: Uint8Array;
  isWhole: boolean;
  workbook: { sheets: string[]; sheet: string };
};

/** Has the server read the first rows of a workbook, which a browser cannot; a sentence when it cannot be read. */
export async function sheetHeadOf(
  file: Blob,
  previewUrl: string,
  sheet: string,
): Promise<SheetHead | { fault: string }> {
  if (file.size > MOST_WORKBOOK_BYTES) return { fault: TOO_LARGE };
  const answer = await fetch(`${previewUrl}?${new URLSearchParams({ sheet })}`, {
    method: "POST",
    body: file,
  });
  return sheetHeadFrom(answer);
}

/** What the server has read of a workbook, or the sentence that says why it could not. */
export async function sheetHeadFrom(response: Response): Promise<SheetHead | { fault: string }> {
  const answer: unknown = await response.json();
  if (!response.ok) return { fault: detailOf(answer) };
  // Our own route answers so: lib/workbook/queries.ts.
  const { csv, isWhole, ...workbook } = answer as {
    csv: string;
    isWhole: boolean;
  } & SheetHead["workbook"];
  return { bytes: new TextEncoder().encode(csv), isWhole, workbook };
}

const TOO_LARGE = "The workbook is larger than 20 MB. Save the sheet as CSV and choose that.";

function detailOf(problem: unknown): string {
  const isProblem = typeof problem === "object" && problem !== null && "detail" in problem;
  return isProblem ? String(problem.detail) : TOO_LARGE;
}
