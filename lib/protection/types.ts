/** Days an export lies ready. */
export const EXPORT_DAYS = 7;
/** Days between the wish and the end of a workspace. */
export const GRACE_DAYS = 30;

export const EXPORT_STATUSES = ["queued", "running", "ready", "failed"] as const;
export type ExportStatus = (typeof EXPORT_STATUSES)[number];

/** An export as its page lists it. Instants are ISO 8601 in UTC. */
export type ExportRow = {
  id: string;
  status: ExportStatus;
  createdAt: string;
  expiresAt: string | null;
  byteCount: number | null;
  rowCount: number | null;
  sha256: string | null;
};

/** Somebody found by a number or an address. */
export type FoundPerson = {
  id: string;
  externalId: string;
  name: string | null;
  email: string | null;
  orders: number;
};

/** What became of a person's data: rows by what was done. */
export type ErasureCounts = {
  customers: number;
  ledgerRows: number;
  rejects: number;
  /** Imports and dry runs that waited or ran, and whose file named them */
  stoppedImports: number;
  /** Of all imports and dry runs that had ended */
  files: number;
  views: number;
  exports: number;
  otherRows: number;
  /** Places where the address still stands */
  left: number;
};

/** A workspace that waits for its end, as an owner sees it. */
export type ClosingWorkspace = {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  locale: string;
  deleteAfter: string;
};
