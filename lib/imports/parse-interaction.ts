import type { InteractionKind } from "#lib/interactions/types.ts";
import { parseDuration } from "./parse-number.ts";
import type { ParsedRow } from "./parsed-row.ts";
import { readBody, readCustomer, readLabel, readRow, readWhen, withNumber } from "./read-row.ts";
import { createWordReader } from "./read-word.ts";
import type { FileRow, RowCells } from "./row-cells.ts";
import type { ImportField, InteractionRow, RowContext } from "./types.ts";

export const readInteractionKind = createWordReader<InteractionKind>({
  service:
    "servicecall support supportcall helpdesk inbound inboundcall ticket question problem task incident",
  sales: "salescall outbound outboundcall demo quote offer meeting",
  visit: "onsite onsitevisit fieldvisit sitevisit besuch visite visita bezoek",
  chat: "livechat webchat message messaging im sms whatsapp",
  other: "call phone phonecall email mail letter",
});

/** Reads one interaction, or says what is wrong with each bad cell of its row. */
export function parseInteraction(
  row: FileRow,
  columns: readonly (ImportField | null)[],
  context: RowContext,
): ParsedRow<InteractionRow> {
  const parsed = readRow(row, columns, context, (cells) => read(row.line, cells, context));
  return withNumber(parsed, context.identify, factsOf);
}

function read(line: number, cells: RowCells, context: RowContext): InteractionRow {
  const { on, at } = readWhen(cells, context, "occurredOn", "occurredAt");
  return {
    line,
    externalId: cells.optionalId("interactionExternalId"),
    ...readCustomer(cells),
    kind: readKind(cells),
    occurredOn: on,
    occurredAt: at,
    channel: readLabel(cells, "channel"),
    durationSeconds: cells.parsed("duration", (text) =>
      parseDuration(text, context.decimalSeparator),
    ),
    activity: readLabel(cells, "activity"),
    outcome: readLabel(cells, "outcome"),
    subject: cells.optionalText("subject", 500),
    body: readBody(cells, "notes"),
    touchpoint: readLabel(cells, "touchpoint"),
    department: readLabel(cells, "department"),
  };
}

function readKind(cells: RowCells): InteractionKind | undefined {
  if (!cells.says("interactionKind")) return undefined;
  return cells.parsed("interactionKind", readInteractionKind) ?? "other";
}

/** What tells an interaction from others when it has no number. */
function factsOf(row: InteractionRow) {
  const { customerExternalId, customerEmail, occurredOn, occurredAt, channel, subject } = row;
  const kind = row.kind ?? "other";
  return [customerExternalId ?? customerEmail, occurredAt ?? occurredOn, kind, channel, subject];
}
