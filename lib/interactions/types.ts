export const INTERACTION_KINDS = ["service", "sales", "visit", "chat", "other"] as const;
export type InteractionKind = (typeof INTERACTION_KINDS)[number];

/** A call, visit or chat with a customer, as an import or the API hands it over. Days YYYY-MM-DD; instants ISO 8601. */
export type InteractionToWrite = {
  /** Line of the file, for the ledger */
  line: number;
  externalId: string;
  customerExternalId: string | null;
  /** "other", unless it says which; undefined where nothing is said of it: what is stored stays */
  kind: InteractionKind | undefined;
  occurredOn: string;
  occurredAt: string | null;
  channel: string | null;
  durationSeconds: number | null;
  /** The cost activity whose rate it is charged by */
  activity: string | null;
  outcome: string | null;
  subject: string | null;
  body: string | null;
  touchpoint: string | null;
  department: string | null;
};
