import { choicesField, daysField, idsField, listAddress, textField } from "#lib/lists/index.ts";
import type { QueryOf } from "#lib/lists/types.ts";
import { AUDIENCES, METRICS, WORDS } from "./types.ts";

export const signalsAddress = listAddress({
  /** A customer's number */
  customer: textField("customer"),
  metrics: choicesField("metric", METRICS),
  audiences: choicesField("audience", AUDIENCES),
  /** Of customers who are in one of them today, or who were asked as part of it */
  segments: idsField("segment"),
  words: choicesField("words", WORDS),
  days: daysField("from", "to"),
  sources: idsField("source"),
  /** The imports that wrote them last */
  imports: idsField("import"),
});

/** What the list of feedback can be asked for. */
export type SignalQuery = QueryOf<typeof signalsAddress>;
