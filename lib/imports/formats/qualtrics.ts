import { z } from "zod";
import { columnsFrom, distinctNames, firstRow, hasHeaders } from "./header-names.ts";
import { readQuestions } from "./read-questions.ts";
import type { ExportFormat, FileHead } from "./types.ts";

const Label = z.object({ ImportId: z.string(), timeZone: z.string().optional() });

/** What the third row says of a column; null where it is none of Qualtrics'. */
function labelOf(cell: string | undefined): z.output<typeof Label> | null {
  try {
    return Label.parse(JSON.parse(cell ?? ""));
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
  readings: {
    signals: (sample) => {
      const { head, headers } = sample;
      const asked = readQuestions(sample, (_, at) => isQuestion(head, at));
      const timeZone = head[2]?.map((cell) => labelOf(cell)?.timeZone).find(Boolean);
      return {
        columns: {
          ...columnsFrom(headers, [
            ["signalExternalId", "ResponseId"],
            ["occurredAt", "RecordedDate", "EndDate"],
            ["customerExternalId", "ExternalReference"],
            ["customerEmail", "RecipientEmail"],
            ["language", "UserLanguage"],
            ["channel", "DistributionChannel"],
          ]),
          ...asked.columns,
        },
        questions: asked.questions,
        dateFormat: "ymd",
        ...(timeZone ? { timeZone } : {}),
      };
    },
  },
};

function isQuestion(head: FileHead, at: number): boolean {
  const id = labelOf(head[2]?.[at])?.ImportId ?? "";
  return /^QID\d/.test(id) && !/NPS_GROUP$/i.test(id);
}

function questionText(head: FileHead, at: number): string {
  const text = (head[1]?.[at] ?? "").replaceAll(/\s+/g, " ").trim();
  return text === "" ? (head[0]?.[at] ?? "").trim() : text;
}
