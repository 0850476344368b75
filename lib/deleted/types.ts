/** What can be brought back for a day after it was deleted. */
export const DELETED_KINDS = ["need", "persona", "claim", "interview"] as const;
export type DeletedKind = (typeof DELETED_KINDS)[number];

/** Something that was deleted lately and can be brought back. Instants ISO 8601 in UTC. */
export type DeletedRecord = {
  id: string;
  /** null for an interview with a customer who was erased */
  name: string | null;
  deletedAt: string;
  until: string;
};

/** What is back: its name where it has one. */
export type BroughtBack = { id: string; name: string | null };
