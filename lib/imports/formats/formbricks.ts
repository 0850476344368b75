import { FORMBRICKS_SOURCE } from "#lib/webhooks/types.ts";
import { columnsFrom, distinctNames, firstRow, hasHeaders } from "./header-names.ts";
import { readQuestions } from "./read-questions.ts";
import type { ExportFormat } from "./types.ts";

const QUESTION = /^\d+\.\s+\S/;
const OPTION = / - Option ID$/;

/** Formbricks' export of responses: questions are numbered ("1. …"); which other columns there are varies from file to file. */
export const FORMBRICKS_RESPONSES: ExportFormat = {
  name: "formbricks_responses",
  source: FORMBRICKS_SOURCE,
  labelRows: 0,
  fits: (head) => hasHeaders(head, ["Response ID", "Timestamp", "Survey ID", "Finished"]),
  headersOf: (head) => distinctNames(firstRow(head)),
  readings: {
    signals: (sample) => {
      const asked = readQuestions(
        sample,
        (header) => QUESTION.test(header) && !OPTION.test(header),
      );
      return {
        columns: {
          ...columnsFrom(sample.headers, [
            ["signalExternalId", "Response ID"],
            ["occurredAt", "Timestamp"],
            ["customerExternalId", "User ID", "person.userId"],
            ["customerEmail", "Verified Email", "person.email"],
            ["language", "meta - language", "Language"],
          ]),
          ...asked.columns,
        },
        questions: asked.questions,
        dateFormat: "ymd",
      };
    },
  },
};

/** Formbricks' feedback records: one answer to a line, whose kind the line itself says. */
export const FORMBRICKS_FEEDBACK: ExportFormat = {
  name: "formbricks_feedback",
  source: FORMBRICKS_SOURCE,
  labelRows: 0,
  fits: (head) =>
    hasHeaders(head, ["submission_id", "collected_at", "field_id", "field_type", "value"]),
  headersOf: firstRow,
  readings: {
    signals: ({ headers }) => ({
      columns: columnsFrom(headers, [
        ["signalExternalId", "submission_id"],
        ["occurredAt", "collected_at"],
        ["questionExternalId", "field_id"],
        ["question", "field_label", "field_name"],
        ["metric", "field_type"],
        ["answer", "value"],
        ["customerExternalId", "user_id", "user_identifier"],
        ["language", "language"],
        ["channel", "source_type"],
        ["touchpoint", "source_name"],
      ]),
      // Only what is scored on a scale of its own is a score; the rest is kept in words.
      values: {
        metric: { text: "", categorical: "", number: "", boolean: "", date: "" },
      },
      scales: {
        csat: { min: 1, max: 5 },
        ces: { min: 1, max: 7 },
        rating: { min: 1, max: 5 },
      },
      dateFormat: "ymd",
    }),
  },
};
