import type { ImportField } from "./types.ts";

const WORDS: Partial<Record<ImportField, string>> = {
  externalId: "the customer number",
  email: "the e-mail address",
  name: "the name",
  phone: "the phone number",
  consentService: "the basis for service",
  consentFeedback: "the basis for feedback surveys",
  consentMarketing: "the basis for marketing",
  registeredOn: "the day of registration",
  orderExternalId: "the order number",
  customerExternalId: "the customer number",
  orderedOn: "the order date",
  orderedAt: "the order time",
  amount: "the amount",
  currency: "the currency",
  quantity: "the quantity",
  productCode: "the product",
  channel: "the channel",
};

/** Names a field in words for a person, as in "the order date". */
export function fieldWords(field: ImportField): string {
  return WORDS[field] ?? `"${field.replace(/^attributes\./, "")}"`;
}
