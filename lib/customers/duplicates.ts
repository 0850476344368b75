import type { CustomerDetail } from "./types.ts";

/** Why two customers may be one. The first two are enough alone; a name needs another trait beside it. */
export const EVIDENCE = ["email", "phone", "name", "registered_on", "attribute"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Somebody of a pair, for those who may read personal data. */
export type DuplicatePerson = {
  id: string;
  externalId: string;
  name: string | null;
  email: string | null;
  phone: string | null;
};

export type DuplicateRow = {
  first: DuplicatePerson;
  second: DuplicatePerson;
  evidence: readonly Evidence[];
  /** ISO 8601 in UTC */
  foundAt: string;
};

export type DuplicateDetail = {
  first: CustomerDetail;
  second: CustomerDetail;
  evidence: readonly Evidence[];
};
