/** Exports that are recognised by their headers. */
export const FORMAT_NAMES = [
  "qualtrics",
  "surveymonkey",
  "typeform",
  "formbricks_responses",
  "formbricks_feedback",
  "zendesk_tickets",
  "salesforce_cases",
  "hubspot_tickets",
  "cfpb_complaints",
  "shopify_orders",
  "uci_online_retail",
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
