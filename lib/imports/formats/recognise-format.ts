import type { CellRule, RowRule } from "../row-reader.ts";
import type { ImportMapping } from "../schema.ts";
import { IMPORT_KINDS, type ImportKind } from "../types.ts";
import type { FormatName } from "./format-names.ts";
import { FORMBRICKS_FEEDBACK, FORMBRICKS_RESPONSES } from "./formbricks.ts";
import { rowRule } from "./left-out.ts";
import { SHOPIFY_ORDERS, UCI_ONLINE_RETAIL } from "./orders.ts";
import { QUALTRICS } from "./qualtrics.ts";
import { SURVEYMONKEY } from "./surveymonkey.ts";
import { CFPB_COMPLAINTS, HUBSPOT_TICKETS, SALESFORCE_CASES, ZENDESK_TICKETS } from "./tickets.ts";
import { cellRule } from "./tidied.ts";
import { TYPEFORM } from "./typeform.ts";
import type { ExportFormat, FileHead } from "./types.ts";

const FORMATS: readonly ExportFormat[] = [
  QUALTRICS,
  SURVEYMONKEY,
  TYPEFORM,
  FORMBRICKS_RESPONSES,
  FORMBRICKS_FEEDBACK,
  ZENDESK_TICKETS,
  SALESFORCE_CASES,
  HUBSPOT_TICKETS,
  CFPB_COMPLAINTS,
  SHOPIFY_ORDERS,
  UCI_ONLINE_RETAIL,
];

/** So many rows tell a format: header rows, and some of data. More tell what it says of its questions and days. */
export const FORMAT_HEAD_ROWS = 60;

/** A file that was recognised: the kinds of import it can be, the usual one first, and how it is read as each. */
export type RecognisedFormat = {
  name: FormatName;
  source: string;
  headers: string[];
  labelRows: number;
  readings: Partial<Record<ImportKind, ImportMapping>>;
  kinds: ImportKind[];
};

/** What an export says of each of its rows beside its columns; undefined where it says nothing. */
export function rowRuleOf(
  name: FormatName,
  kind: ImportKind,
  headers: readonly string[],
): RowRule | undefined {
  const format = FORMATS.find((each) => each.name === name);
  return rowRule(format?.leftOut?.[kind] ?? [], headers);
}

/** How an export's cells are tidied before they are read; undefined where it writes everything in one way. */
export function cellRuleOf(name: FormatName, headers: readonly string[]): CellRule | undefined {
  return cellRule(FORMATS.find((each) => each.name === name)?.tidied ?? [], headers);
}

/** The export of another program that these first rows belong to; null when they are none that is known. */
export function recogniseFormat(head: FileHead): RecognisedFormat | null {
  const format = FORMATS.find(({ fits }) => fits(head));
  return format ? readFormat(format, head) : null;
}

/** The same for a file whose format was told before; null when it does not fit it any more. */
export function readAsFormat(name: FormatName, head: FileHead): RecognisedFormat | null {
  const format = FORMATS.find((each) => each.name === name);
  return format?.fits(head) ? readFormat(format, head) : null;
}

function readFormat(format: ExportFormat, head: FileHead): RecognisedFormat {
  const { name, source, labelRows } = format;
  const headers = format.headersOf(head);
  const sample = { headers, head, rows: head.slice(1 + labelRows) };
  const readings: RecognisedFormat["readings"] = {};
  const kinds = IMPORT_KINDS.filter((kind) => format.readings[kind]);
  for (const kind of kinds) {
    const reading = format.readings[kind]?.(sample);
    if (reading) readings[kind] = { source, ...reading, format: name };
  }
  const order = Object.keys(format.readings);
  return {
    ...{ name, source, headers, labelRows, readings },
    kinds: kinds.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)),
  };
}
