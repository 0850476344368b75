import { cleanHeader } from "../match-headers.ts";
import { columnsFrom, distinctNames, hasHeaders } from "./header-names.ts";
import { readQuestions } from "./read-questions.ts";
import type { ExportFormat, FileHead } from "./types.ts";

const PLAIN = ["Response", "Open-Ended Response", ""];
const OWN =
  /^(?:Respondent ID|Collector ID|Start Date|End Date|IP Address|Email Address|First Name|Last Name|Custom Data \d+|Language)$/i;

/** SurveyMonkey: two header rows. The second holds sub-questions or choices; where the first is blank, the question to its left goes on. */
export const SURVEYMONKEY: ExportFormat = {
  name: "surveymonkey",
  source: "SurveyMonkey",
  labelRows: 1,
  fits: (head) => hasHeaders(head, ["Respondent ID", "Collector ID", "Start Date"]),
  headersOf: (head) => distinctNames(combined(head)),
  readings: {
    signals: (sample) => {
      const asked = readQuestions(sample, (header) => header !== "" && !OWN.test(header));
      // What "Custom Data" holds is up to whoever sends the survey: by itself it is nobody's number.
      const known = columnsFrom(sample.headers, [
        ["signalExternalId", "Respondent ID"],
        ["occurredAt", "End Date", "Start Date"],
        ["customerEmail", "Email Address"],
        ["language", "Language"],
      ]);
      return {
        ...known,
        columns: { ...known.columns, ...asked.columns },
        questions: asked.questions,
      };
    },
  },
};

function combined([first = [], second = []]: FileHead): string[] {
  let question = "";
  return first.map((cell, at) => {
    question = cleanHeader(cell) || question;
    const part = (second[at] ?? "").trim();
    return PLAIN.includes(part) ? question : `${question} – ${part}`;
  });
}
