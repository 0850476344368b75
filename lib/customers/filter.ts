import {
  amountField,
  choiceField,
  choicesField,
  columnsField,
  daysField,
  idField,
  listAddress,
  textField,
} from "#lib/lists/index.ts";
import type { QueryOf, SearchParams } from "#lib/lists/types.ts";
import { SEGMENTS } from "#lib/value/types.ts";
import { attributesField } from "./attributes-field.ts";
import { PURPOSES } from "./consents.ts";
import { CUSTOMER_COLUMNS, CUSTOMER_SORTS } from "./types.ts";
import { VALUE_FILTER_FIELDS } from "./value-filter.ts";

/** What the customers list can be asked for. `view` is the saved view that the address began with. */
export const customersAddress = listAddress({
  search: textField("search"),
  segments: choicesField("segment", SEGMENTS),
  lastOrder: daysField("lastOrderFrom", "lastOrderTo"),
  revenueAtLeast: amountField("revenueAtLeast"),
  madeBy: idField("import"),
  ...VALUE_FILTER_FIELDS,
  mayUseFor: choicesField("mayUseFor", PURPOSES),
  attributes: attributesField(),
  sort: choiceField("sort", CUSTOMER_SORTS),
  columns: columnsField(CUSTOMER_COLUMNS),
  view: textField("view", { isFilter: false }),
});

export type CustomerQuery = QueryOf<typeof customersAddress>;

const ASKED_ATTRIBUTE = "attribute";

/** The query part of an address for a filter, with that of an attribute open to be filled in. */
export function askForAttribute(query: CustomerQuery, name: string): string {
  const params = new URLSearchParams(customersAddress.write(query));
  params.set(ASKED_ATTRIBUTE, name);
  return `?${params}`;
}

/** The attribute whose filter an address has open; "" for none. No part of what the list is asked for. */
export function askedAttribute({ [ASKED_ATTRIBUTE]: said }: SearchParams): string {
  return typeof said === "string" ? said : "";
}
