import { parseAcquisitionCost } from "./parse-acquisition-cost.ts";
import { parseActivityRate } from "./parse-activity-rate.ts";
import { parseComplaint } from "./parse-complaint.ts";
import { parseCustomer } from "./parse-customer.ts";
import { parseInteraction } from "./parse-interaction.ts";
import { parseOrder } from "./parse-order.ts";
import { parseSegmentList } from "./parse-segment-list.ts";
import { parseSignals } from "./parse-signals.ts";
import { parseSubscription } from "./parse-subscription.ts";
import { parseWinLoss } from "./parse-win-loss.ts";
import type { Parser } from "./parsed-row.ts";
import type { ImportKind, RowOf } from "./types.ts";

/** How the rows of each kind of file are read; one row of a survey file may become several. */
export const PARSERS: { [Kind in ImportKind]: Parser<RowOf[Kind]> } = {
  customers: parseCustomer,
  orders: parseOrder,
  subscriptions: parseSubscription,
  signals: parseSignals,
  interactions: parseInteraction,
  complaints: parseComplaint,
  win_loss: parseWinLoss,
  activity_rates: parseActivityRate,
  acquisition_costs: parseAcquisitionCost,
  segment_lists: parseSegmentList,
};
