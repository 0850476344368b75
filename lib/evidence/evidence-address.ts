import type { SearchParams } from "#lib/lists/types.ts";
import { FOUND_SOURCES, type FoundKind, SUBJECTS, type SubjectRef } from "./types.ts";

/** What a page is asked to show beside it: the sources of one thing, and those that words find, of one kind or, with null, of all. */
export type EvidenceAsked = SubjectRef & { find: string; kind: FoundKind | null };

/** What `?evidence=claim.<id>&find=late&kind=complaint` asks for; null where it asks for nothing. */
export function parseEvidenceAddress(params: SearchParams): EvidenceAsked | null {
  const asked = params["evidence"];
  if (typeof asked !== "string") return null;
  const [word, subjectId = ""] = asked.split(".");
  const subject = SUBJECTS.find((each) => each === word);
  if (!subject || subjectId === "") return null;
  const find = typeof params["find"] === "string" ? params["find"].trim().slice(0, 200) : "";
  const kind = FOUND_SOURCES.find((each) => each === params["kind"]) ?? null;
  return { subject, subjectId, find, kind };
}

/** The query part of an address that shows the sources of a thing: "?evidence=claim.<id>". */
export function evidenceQuery({ subject, subjectId }: SubjectRef): string {
  return `?evidence=${subject}.${subjectId}`;
}
