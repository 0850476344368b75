/** How a customer reaches us: each contact has its cost. */
export const CONTACT_CHANNELS = [
  "phone",
  "email",
  "chat",
  "post",
  "face_to_face",
  "social",
] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** What turns revenue into profit. `marginRate` is 0..1, costs are minor units; null or absent means "not set". */
export type Rates = {
  marginRate: number | null;
  costPerOrderMinor: number | null;
  costPerReturnMinor: number | null;
  costPerContactMinor: Readonly<Partial<Record<ContactChannel, number>>>;
};

/** To keep a customer for a year while they are one, in minor units: campaigns, a loyalty programme; null means "not set". */
export type RetentionCost = { retentionCostPerYearMinor: number | null };

/** Everything an owner chooses for the workspace, and the version a form is filled in from. */
export type WorkspaceSettings = Rates &
  RetentionCost & {
    name: string;
    currency: string;
    timeZone: string;
    locale: string;
    auditRetentionDays: number;
    rejectRetentionDays: number;
    version: number;
  };

/** How far a workspace has come: only what is really there counts. */
export type SetupProgress = { hasCustomers: boolean; hasOrders: boolean; hasMargin: boolean };
