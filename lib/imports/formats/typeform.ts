import { columnsFrom, distinctNames, firstRow, hasHeaders } from "./header-names.ts";
import { PARTIAL } from "./left-out.ts";
import { readQuestions } from "./read-questions.ts";
import type { ExportFormat } from "./types.ts";

const OWN = /^(?:#|Response Type|(?:Start|Stage|Submit) Date \(UTC\)|Network ID|Tags|Ending)$/i;

/** Typeform: the token of the response first, under "#", and dates in UTC behind the questions. */
export const TYPEFORM: ExportFormat = {
  name: "typeform",
  source: "Typeform",
  labelRows: 0,
  fits: (head) =>
    firstRow(head)[0] === "#" && hasHeaders(head, ["Submit Date (UTC)", "Network ID"]),
  headersOf: (head) => distinctNames(firstRow(head)),
  leftOut: { signals: [PARTIAL] },
  readings: {
    signals: (sample) => {
      const asked = readQuestions(sample, (header) => header !== "" && !OWN.test(header));
      const known = columnsFrom(sample.headers, [
        ["occurredAt", "Submit Date (UTC)", "Start Date (UTC)"],
      ]);
      return {
        ...known,
        columns: { "#": "signalExternalId", ...known.columns, ...asked.columns },
        questions: asked.questions,
        dateFormat: "ymd",
        timeZone: "UTC",
      };
    },
  },
};
