import type { RowSource, SourceKind, Subject } from "./types.ts";

/** The column that points at each kind of thing. */
export const SUBJECT_COLUMN = { need: "needId", persona: "personaId", claim: "claimId" } as const;

/** The column that points at each kind of source. */
export const SOURCE_COLUMN = {
  signal: "signalId",
  interaction: "interactionId",
  complaint: "complaintId",
  interview: "interviewId",
  file: "fileId",
} as const satisfies Record<RowSource, string>;

/** What a row of the table points at. */
export type Pointers = Readonly<
  Record<(typeof SUBJECT_COLUMN)[Subject] | (typeof SOURCE_COLUMN)[RowSource], string | null>
>;

/** The columns of both, for a `select`. */
export const POINTERS = {
  ...{ needId: true, personaId: true, claimId: true, signalId: true, interactionId: true },
  ...{ complaintId: true, interviewId: true, fileId: true },
} as const;

/** Which thing a row is about. */
export function subjectOf(row: Pointers): { subject: Subject; subjectId: string } {
  const { needId, personaId, claimId } = row;
  if (needId !== null) return { subject: "need", subjectId: needId };
  if (personaId !== null) return { subject: "persona", subjectId: personaId };
  if (claimId !== null) return { subject: "claim", subjectId: claimId };
  throw new Error("Evidence is always about one thing: a CHECK holds it.");
}

/** Which source a row comes from; a statistic has no row of its own. */
export function sourceOf(row: Pointers): { kind: SourceKind; sourceId: string | null } {
  const kinds = Object.entries(SOURCE_COLUMN) as [RowSource, (typeof SOURCE_COLUMN)[RowSource]][];
  for (const [kind, column] of kinds) {
    const sourceId = row[column];
    if (sourceId !== null) return { kind, sourceId };
  }
  return { kind: "statistic", sourceId: null };
}
