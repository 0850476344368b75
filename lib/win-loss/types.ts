export const WIN_LOSS_OUTCOMES = ["won", "lost", "no_decision"] as const;
export type WinLossOutcome = (typeof WIN_LOSS_OUTCOMES)[number];

/** How a sale ended and why, as an import or the API hands it over. Money in minor units; days YYYY-MM-DD. */
export type WinLossToWrite = {
  /** Line of the file, for the ledger */
  line: number;
  externalId: string;
  customerExternalId: string | null;
  decidedOn: string;
  outcome: WinLossOutcome;
  offer: string | null;
  competitor: string | null;
  reason: string | null;
  amountMinor: number | null;
  currency: string | null;
  body: string | null;
  segment: string | null;
  department: string | null;
};
