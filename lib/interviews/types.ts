/** A line of the list of interviews. */
export type InterviewRow = {
  id: string;
  /** null once the customer was erased */
  title: string | null;
  /** YYYY-MM-DD */
  heldOn: string;
  segment: { id: string; name: string } | null;
  /** Who was talked to; null where nobody is named, and for those who may not read personal data */
  customer: { id: string; number: string } | null;
  /** Pieces of evidence that were cut out of it */
  pieces: number;
};

/** What a stretch of the notes may be evidence for. */
export type CutTarget = { value: string; label: string; group: "persona" | "claim" | "need" };

/** What was cut out of an interview. */
export type Cutting = {
  id: string;
  excerpt: string | null;
  stance: string;
  about: string;
  /** After "/w/<workspace>" */
  path: string | null;
};

export type InterviewDetail = Omit<InterviewRow, "pieces"> & {
  notes: string | null;
  version: number;
  /** The customer's number as it is typed; "" for none */
  customerNumber: string;
  cuttings: readonly Cutting[];
};
