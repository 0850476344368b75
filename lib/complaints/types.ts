/** A complaint as an import or the API hands it over. Days YYYY-MM-DD; instants ISO 8601. */
export type ComplaintToWrite = {
  /** Line of the file, for the ledger */
  line: number;
  externalId: string;
  customerExternalId: string | null;
  receivedOn: string;
  receivedAt: string | null;
  closedOn: string | null;
  /** As the source calls it */
  status: string | null;
  channel: string | null;
  product: string | null;
  reason: string | null;
  subReason: string | null;
  subject: string | null;
  body: string | null;
  resolution: string | null;
  isTimely: boolean | null;
  isDisputed: boolean | null;
  touchpoint: string | null;
  segment: string | null;
  department: string | null;
};

/** Complaints that nobody has closed. Days YYYY-MM-DD. */
export type OpenComplaints = {
  count: number;
  /** The oldest first */
  oldest: readonly {
    id: string;
    /** What it is about, or null where nothing says so */
    subject: string | null;
    department: string;
    /** As the source calls it */
    status: string | null;
    receivedOn: string;
    /** Since it was received */
    days: number;
  }[];
};
