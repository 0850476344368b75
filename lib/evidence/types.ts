/** What a claim may be made of, each a column of the table. */
export const SUBJECTS = ["need", "persona", "claim"] as const;
export type Subject = (typeof SUBJECTS)[number];

/** One thing that sources speak for or against. */
export type SubjectRef = { readonly subject: Subject; readonly subjectId: string };

/** Rows of this workspace that evidence can point at. */
export const ROW_SOURCES = ["signal", "interaction", "complaint", "interview", "file"] as const;
export type RowSource = (typeof ROW_SOURCES)[number];

/** What can be looked for by words. */
export const FOUND_SOURCES = ["signal", "interaction", "complaint", "interview"] as const;
export type FoundKind = (typeof FOUND_SOURCES)[number];

export const SOURCE_KINDS = [...ROW_SOURCES, "statistic"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const STANCES = ["supports", "contradicts"] as const;
export type Stance = (typeof STANCES)[number];

/** A number of this workspace as it was on a day. `href`: the address within the workspace that shows it, "/value". */
export type Statistic = {
  label: string;
  href: string;
  value: number;
  /** After the number: "%" */
  unit: string | null;
  n: number;
  interval: readonly [low: number, high: number] | null;
};

/** One piece of evidence as a drawer shows it. Days YYYY-MM-DD. */
export type EvidenceEntry = {
  id: string;
  kind: SourceKind;
  /** null for a statistic */
  sourceId: string | null;
  stance: Stance;
  /** null where nothing was cut out, or it may not be read */
  excerpt: string | null;
  datedOn: string;
  /** What it is called: a subject line, the name of a file, the title of an interview */
  title: string | null;
  statistic: Statistic | null;
  /** Where it can be seen, after "/w/<workspace>"; null where this reader may not go */
  path: string | null;
};

/** How many different sources speak for a thing and against it. */
export type EvidenceCount = {
  supports: number;
  contradicts: number;
  /** The last day of a source that speaks for it, YYYY-MM-DD */
  lastSupportOn: string | null;
  /** Sources against it that are newer than that */
  newerAgainst: number;
};

export const NO_EVIDENCE: EvidenceCount = {
  ...{ supports: 0, contradicts: 0 },
  ...{ lastSupportOn: null, newerAgainst: 0 },
};

/** Something that can be made evidence. */
export type FoundSource = {
  kind: FoundKind;
  id: string;
  occurredOn: string;
  title: string | null;
  body: string | null;
  /** null for an interview, which comes from no source */
  source: string | null;
};

/**
 * What would stand without a piece of evidence: how many pieces go, how many things lose their last one, and what the first twenty of
 * those are called.
 */
export type EvidenceLoss = {
  pieces: number;
  subjects: number;
  unbacked: number;
  names: readonly string[];
};

/** The largest file kept as evidence, in bytes. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;

/** No source, one or two, three or more. */
export type EvidenceLevel = "none" | "few" | "many";

const MANY = 3;

/** How well a thing is backed by so many different sources. */
export function evidenceLevel(sources: number): EvidenceLevel {
  if (sources >= MANY) return "many";
  return sources > 0 ? "few" : "none";
}
