import type { FormAction } from "#components/people/action-form.tsx";
import type { Unlinked } from "#lib/evidence/index.ts";

/** What can be done to the evidence of a thing. */
export type EvidenceActions = {
  readonly link: FormAction<{ id: string }>;
  /** A stretch of an interview's notes */
  readonly cut: FormAction<{ id: string }>;
  readonly linkStatistic: FormAction<{ id: string }>;
  readonly unlink: FormAction<Unlinked>;
};
