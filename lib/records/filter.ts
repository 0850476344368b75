import {
  daysField,
  idsField,
  listAddress,
  textField,
  toParams,
  wordsField,
} from "#lib/lists/index.ts";
import type { QueryOf, SearchParams, UnknownValue } from "#lib/lists/types.ts";
import { RECORDS } from "./kinds.ts";
import {
  RECORD_CHOICES,
  RECORD_KINDS,
  type RecordChoice,
  type RecordDescription,
  type RecordKind,
} from "./types.ts";

const ANY_KIND = listAddress({
  /** A customer's number */
  customer: textField("customer"),
  type: wordsField("type"),
  status: wordsField("status"),
  outcome: wordsField("outcome"),
  channel: wordsField("channel"),
  days: daysField("from", "to"),
  sources: idsField("source"),
  /** The imports that wrote them last */
  imports: idsField("import"),
});

/** What a list of records can be asked for; a filter that its kind does not have is never in force. */
export type RecordQuery = QueryOf<typeof ANY_KIND>;

/** How it stands in an address; reading one takes the kind of the records. */
export const recordsAddress: Omit<typeof ANY_KIND, "read" | "unknown"> = ANY_KIND;

/** The kind an address names; null for one that nobody knows. */
export function recordKindOf(text: string | undefined): RecordKind | null {
  return RECORD_KINDS.find((kind) => kind === text) ?? null;
}

/** The records of a kind that an address asks for. */
export function parseRecordQuery(
  kind: RecordKind,
  params: SearchParams | URLSearchParams,
): RecordQuery {
  const said = ANY_KIND.read(params);
  const description = RECORDS[kind];
  return {
    customer: description.hasCustomer ? said.customer : "",
    type: wordsOf(description, "type", said.type),
    status: wordsOf(description, "status", said.status),
    outcome: wordsOf(description, "outcome", said.outcome),
    channel: wordsOf(description, "channel", said.channel),
    days: said.days,
    sources: description.hasSource ? said.sources : [],
    imports: said.imports,
  };
}

/** What an address says and the list of a kind cannot read. */
export function unknownInRecordQuery(
  kind: RecordKind,
  params: SearchParams | URLSearchParams,
  ofFile?: readonly string[],
): readonly UnknownValue[] {
  const asked = toParams(params);
  const { choices } = RECORDS[kind];
  const unknownWords = RECORD_CHOICES.flatMap((field) => {
    const known = choices[field];
    if (known === null) return [];
    const said = asked
      .getAll(field)
      .filter((word) => word !== "" && !known?.some((each) => each === word));
    return said.map((value) => ({ field, value: value.slice(0, 200) }));
  });
  return [...ANY_KIND.unknown(params, ofFile), ...unknownWords];
}

/** The query part of an address for what a customer has of it. */
export function customerQueryOf(number: string): string {
  return recordsAddress.write({ ...recordsAddress.usual, customer: number });
}

function wordsOf(
  { choices }: RecordDescription,
  choice: RecordChoice,
  said: readonly string[],
): readonly string[] {
  const known = choices[choice];
  if (known === undefined) return [];
  return known === null ? said : known.filter((word) => said.includes(word));
}
