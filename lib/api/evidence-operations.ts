import { z } from "zod";
import { EvidenceFilter, EvidenceRecord } from "#lib/evidence/index.ts";
import { InterviewRecord, InterviewSummary } from "#lib/interviews/index.ts";
import { PAGE_FIELDS, pageOf } from "./shapes.ts";
import type { Operation } from "./types.ts";

const READ = { scope: "evidence:read", permission: "evidence:read" } as const;
const WRITE = { scope: "evidence:write", permission: "evidence:write" } as const;
const INTERVIEW = { name: "Interview", schema: InterviewRecord };
const DELETED = { name: "DeletedInterview", schema: z.object({ id: z.uuid() }) };
const BACK = { name: "BroughtBackInterview", schema: z.object({ id: z.uuid() }) };
const INTERVIEWS = "/api/v1/interviews";
const EVIDENCE = "/api/v1/evidence";

const WITH_EVIDENCE = z.enum(["true", "false"]).default("false").meta({
  description: "Whether the evidence that was cut out of it goes along",
});

/** Talks with customers, and what speaks for and against needs, personae and claims. Both are written in the browser; interviews are deleted here too. */
export const EVIDENCE_OPERATIONS: readonly Operation[] = [
  {
    ...{ id: "list_interviews", method: "GET", path: INTERVIEWS, tag: "interviews" },
    summary: "List interviews, the last held first",
    ...{ access: READ, query: z.strictObject(PAGE_FIELDS), body: null },
    answers: [
      {
        ...{ status: 200, words: "A page of interviews" },
        shape: pageOf({ name: "InterviewSummary", schema: InterviewSummary }),
      },
    ],
  },
  {
    ...{ id: "get_interviews", method: "GET", path: `${INTERVIEWS}/{id}`, tag: "interviews" },
    summary: "Read one interview with its notes and what was cut out of them",
    ...{ access: READ, query: null, body: null },
    answers: [{ status: 200, words: "Interview", shape: INTERVIEW }],
  },
  {
    ...{ id: "delete_interviews", method: "DELETE", path: `${INTERVIEWS}/{id}`, tag: "interviews" },
    summary:
      "Delete an interview; one out of which evidence was cut is refused with what would lose it, unless it may go along. For a day, unless a person is erased meanwhile, it can be brought back",
    ...{ access: WRITE, query: z.strictObject({ withEvidence: WITH_EVIDENCE }), body: null },
    answers: [{ status: 200, words: "It is gone", shape: DELETED }],
  },
  {
    ...{ id: "bring_back_interviews", method: "POST", path: `${INTERVIEWS}/{id}/bring-back` },
    ...{
      tag: "interviews",
      summary: "Bring an interview back that was deleted within the last day",
    },
    ...{ access: WRITE, query: null, body: null },
    answers: [{ status: 200, words: "It is back as it was, for what is still there", shape: BACK }],
  },
  {
    ...{ id: "list_evidence", method: "GET", path: EVIDENCE, tag: "evidence" },
    summary: "List evidence in the order it was linked, of a need, a persona or a claim",
    access: READ,
    query: z.strictObject({ ...EvidenceFilter.shape, ...PAGE_FIELDS }),
    body: null,
    answers: [
      {
        ...{ status: 200, words: "A page of evidence" },
        shape: pageOf({ name: "Evidence", schema: EvidenceRecord }),
      },
    ],
  },
  {
    ...{ id: "get_evidence", method: "GET", path: `${EVIDENCE}/{id}`, tag: "evidence" },
    summary: "Read one piece of evidence",
    ...{ access: READ, query: null, body: null },
    answers: [
      { status: 200, words: "Evidence", shape: { name: "Evidence", schema: EvidenceRecord } },
    ],
  },
];
