import { columnsFrom, distinctNames, firstRow, hasHeaders } from "./header-names.ts";
import { UNFINISHED } from "./left-out.ts";
import { readQuestions } from "./read-questions.ts";
import type { ExportFormat, FileHead } from "./types.ts";

type Label = { ImportId: string; timeZone: string | undefined };

/** What the third row says of a column; null where it is none of Qualtrics'. Browsers read it too: no zod here. */
function labelOf(cell: string | undefined): Label | null {
  const label = jsonOf(cell ?? "");
  if (typeof label !== "object" || label === null) return null;
  if (!("ImportId" in label) || typeof label.ImportId !== "string") return null;
  const timeZone = "timeZone" in label ? label.timeZone : undefined;
  return {
    ImportId: label.ImportId,
    timeZone: typeof timeZone === "string" ? zoneName(timeZone) : undefined,
  };
}

/** A user whose account is in UTC gets files that say so with a letter. */
function zoneName(timeZone: string): string {
  return /^z$/i.test(timeZone.trim()) ? "UTC" : timeZone.trim();
}

function jsonOf(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return null;
  }
}

/**
 * Qualtrics: three header rows, of names, of question texts, and of JSON whose ImportId tells questions (QID…) from the
 * rest and which alone holds the time zone. The group that Qualtrics makes of an NPS answer is not an answer.
 */
export const QUALTRICS: ExportFormat = {
  name: "qualtrics",
  source: "Qualtrics",
  labelRows: 2,
  fits: (head) =>
    hasHeaders(head, ["StartDate", "ResponseId"]) && labelOf(head[2]?.[0])?.ImportId !== undefined,
  headersOf: (head) =>
    distinctNames(
      firstRow(head).map((name, at) => (isQuestion(head, at) ? questionText(head, at) : name)),
    ),
  leftOut: { signals: [{ header: "Status", why: whyNoResponse }, UNFINISHED] },
  readings: {
    signals: (sample) => {
      const { head, headers } = sample;
      const asked = readQuestions(sample, (_, at) => isQuestion(head, at));
      const timeZone = head[2]?.map((cell) => labelOf(cell)?.timeZone).find(Boolean);
      const known = columnsFrom(headers, [
        ["signalExternalId", "ResponseId"],
        ["occurredAt", "RecordedDate", "EndDate"],
        ["customerExternalId", "ExternalReference"],
        ["customerEmail", "RecipientEmail"],
        ["language", "UserLanguage"],
        ["channel", "DistributionChannel"],
      ]);
      return {
        ...known,
        columns: { ...known.columns, ...asked.columns },
        questions: asked.questions,
        dateFormat: "ymd",
        ...(timeZone ? { timeZone } : {}),
      };
    },
  },
};

const PREVIEW = "A survey preview, not a response.";
const TEST = "A survey test, not a response.";
const SPAM = "Qualtrics takes it for spam, not a response.";
const CODES = { preview: 1, test: 2, spam: 8 } as const;

/** `Status` is a label or a code, which adds up what the response is. */
function whyNoResponse(status: string): string | null {
  const code = /^\d{1,3}$/.test(status) ? Number(status) : 0;
  const is = (mark: keyof typeof CODES) =>
    (code & CODES[mark]) !== 0 || new RegExp(`\\b${mark}\\b`, "i").test(status);
  if (is("spam")) return SPAM;
  if (is("preview")) return PREVIEW;
  return is("test") ? TEST : null;
}

function isQuestion(head: FileHead, at: number): boolean {
  const id = labelOf(head[2]?.[at])?.ImportId ?? "";
  return /^QID\d/.test(id) && !/NPS_GROUP$/i.test(id);
}

function questionText(head: FileHead, at: number): string {
  const text = (head[1]?.[at] ?? "").replaceAll(/\s+/g, " ").trim();
  return text === "" ? (head[0]?.[at] ?? "").trim() : text;
}
