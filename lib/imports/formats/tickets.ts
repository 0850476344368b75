import type { ImportMapping } from "../schema.ts";
import type { ImportField } from "../types.ts";
import { columnsFrom, distinctNames, firstRow, hasHeaders } from "./header-names.ts";
import type { LeftOut } from "./left-out.ts";
import type { ExportFormat, FormatReading, FormatSample } from "./types.ts";

type Spellings = readonly (readonly [ImportField, ...string[]])[];

function readingOf(spellings: Spellings, rest: Partial<ImportMapping> = {}) {
  return ({ headers }: FormatSample): FormatReading => ({
    ...columnsFrom(headers, spellings),
    ...rest,
  });
}

const ZENDESK_WHO: Spellings = [
  ["customerExternalId", "Requester external id"],
  ["customerEmail", "Requester email"],
];

const SATISFACTION = "Satisfaction Score";
const NO_RATING = { Offered: "", "Not Offered": "" };
const UNRATED: LeftOut = {
  header: SATISFACTION,
  why: (text) =>
    /^(?:(?:not |un)?offered|-|)$/i.test(text)
      ? "Not rated: there is no feedback in this ticket."
      : null,
};

/** Zendesk tickets: contacts with the service; or, of those that were rated, feedback. */
export const ZENDESK_TICKETS: ExportFormat = {
  name: "zendesk_tickets",
  source: "Zendesk",
  labelRows: 0,
  fits: (head) => hasHeaders(head, ["Id", "Requester", "Requester id", "Created at", "Via"]),
  headersOf: (head) => distinctNames(firstRow(head)),
  leftOut: { signals: [UNRATED] },
  readings: {
    interactions: readingOf(
      [
        ["interactionExternalId", "Id"],
        ...ZENDESK_WHO,
        ["occurredAt", "Created at"],
        ["channel", "Via"],
        ["subject", "Subject"],
        ["outcome", "Status"],
        ["department", "Group"],
      ],
      { constants: { interactionKind: "service" }, dateFormat: "ymd" },
    ),
    complaints: readingOf(
      [
        ["complaintExternalId", "Id"],
        ...ZENDESK_WHO,
        ["receivedAt", "Created at"],
        ["closedOn", "Solved at"],
        ["channel", "Via"],
        ["subject", "Subject"],
        ["status", "Status"],
        ["department", "Group"],
      ],
      { dateFormat: "ymd" },
    ),
    signals: (sample) => ({
      ...columnsFrom(sample.headers, [
        ["signalExternalId", "Id"],
        ...ZENDESK_WHO,
        ["occurredAt", "Solved at", "Updated at", "Created at"],
        ["channel", "Via"],
        ["score", SATISFACTION],
        ["department", "Group"],
      ]),
      ...satisfactionOf(sample),
      dateFormat: "ymd",
    }),
  },
};

/** A ticket is rated good or bad, or from 1 to 5; the cells themselves tell which. */
function satisfactionOf({
  headers,
  rows,
}: FormatSample): Pick<FormatReading, "constants" | "values"> {
  const at = headers.indexOf(SATISFACTION);
  const isOneToFive = rows.some((row) => /^[1-5]$/.test((row[at] ?? "").trim()));
  const asked = { metric: "csat", question: "Satisfaction" };
  if (isOneToFive)
    return { constants: { ...asked, scaleMin: "1", scaleMax: "5" }, values: { score: NO_RATING } };
  return {
    constants: { ...asked, scaleMin: "0", scaleMax: "1" },
    values: {
      score: {
        ...{ Good: "1", "Good with comment": "1", Bad: "0", "Bad with comment": "0" },
        ...NO_RATING,
      },
    },
  };
}

const ACCOUNT_NAME = "Account Name";
const ACCOUNT_IDS = ["AccountId", "Account Number"];

/** An account is its name where nothing else says which it is: beside its id, the name would be a second customer. */
function salesforceReading(spellings: Spellings, rest: Partial<ImportMapping> = {}) {
  const withoutName = spellings.map(
    ([field, ...names]) => [field, ...names.filter((name) => name !== ACCOUNT_NAME)] as const,
  );
  return (sample: FormatSample): FormatReading => {
    const hasId = ACCOUNT_IDS.some((name) => hasHeaders([sample.headers], [name]));
    return readingOf(hasId ? withoutName : spellings, rest)(sample);
  };
}

/** Cases of Salesforce, under the names of its fields or of its reports. */
export const SALESFORCE_CASES: ExportFormat = {
  name: "salesforce_cases",
  source: "Salesforce",
  labelRows: 0,
  fits: (head) =>
    hasHeaders(head, ["CaseNumber", "CreatedDate", "Origin"]) ||
    hasHeaders(head, ["Case Number", "Date/Time Opened"]),
  headersOf: (head) => distinctNames(firstRow(head)),
  readings: {
    complaints: salesforceReading([
      ["complaintExternalId", "CaseNumber", "Case Number", "Id"],
      ["customerExternalId", ...ACCOUNT_IDS, ACCOUNT_NAME, "ContactId"],
      ["customerEmail", "Contact Email", "ContactEmail", "SuppliedEmail"],
      ["receivedAt", "CreatedDate", "Date/Time Opened"],
      ["closedOn", "ClosedDate", "Date/Time Closed"],
      ["status", "Status"],
      ["channel", "Origin", "Case Origin"],
      ["reason", "Reason", "Case Reason", "Type"],
      ["subject", "Subject"],
      ["description", "Description"],
    ]),
    interactions: salesforceReading(
      [
        ["interactionExternalId", "CaseNumber", "Case Number", "Id"],
        ["customerExternalId", ...ACCOUNT_IDS, ACCOUNT_NAME, "ContactId"],
        ["customerEmail", "Contact Email", "ContactEmail", "SuppliedEmail"],
        ["occurredAt", "CreatedDate", "Date/Time Opened"],
        ["channel", "Origin", "Case Origin"],
        ["outcome", "Status"],
        ["subject", "Subject"],
        ["notes", "Description"],
      ],
      { constants: { interactionKind: "service" } },
    ),
  },
};

/** Tickets of HubSpot. */
export const HUBSPOT_TICKETS: ExportFormat = {
  name: "hubspot_tickets",
  source: "HubSpot",
  labelRows: 0,
  fits: (head) => hasHeaders(head, ["Ticket ID", "Ticket name", "Pipeline", "Ticket status"]),
  headersOf: (head) => distinctNames(firstRow(head)),
  readings: {
    interactions: readingOf(
      [
        ["interactionExternalId", "Ticket ID"],
        ["customerEmail", "Associated Contact Email", "Contact email", "Email"],
        ["occurredAt", "Create date"],
        ["channel", "Source", "Ticket source"],
        ["subject", "Ticket name"],
        ["notes", "Ticket description"],
        ["outcome", "Ticket status"],
      ],
      { constants: { interactionKind: "service" } },
    ),
    complaints: readingOf([
      ["complaintExternalId", "Ticket ID"],
      ["customerEmail", "Associated Contact Email", "Contact email", "Email"],
      ["receivedAt", "Create date"],
      ["closedOn", "Close date"],
      ["status", "Ticket status"],
      ["channel", "Source", "Ticket source"],
      ["reason", "Category"],
      ["subject", "Ticket name"],
      ["description", "Ticket description"],
      ["resolution", "Resolution"],
    ]),
  },
};

/**
 * Complaints that the Consumer Financial Protection Bureau publishes: 18 columns, 16 without consent and dispute, or the
 * names of its programming interface. Of whom they are is not told.
 */
export const CFPB_COMPLAINTS: ExportFormat = {
  name: "cfpb_complaints",
  source: "CFPB",
  labelRows: 0,
  fits: (head) =>
    hasHeaders(head, ["Date received", "Product", "Issue", "Complaint ID", "Company"]) &&
    (hasHeaders(head, ["Company response to consumer"]) || hasHeaders(head, ["company_response"])),
  headersOf: firstRow,
  readings: {
    complaints: readingOf(
      [
        ["complaintExternalId", "Complaint ID"],
        ["receivedAt", "Date received"],
        ["product", "Product"],
        ["reason", "Issue"],
        ["subReason", "Sub-issue"],
        ["description", "Consumer complaint narrative", "complaint_what_happened"],
        ["resolution", "Company response to consumer", "company_response"],
        ["channel", "Submitted via"],
        ["isTimely", "Timely response?", "timely"],
        ["isDisputed", "Consumer disputed?", "consumer_disputed"],
      ],
      { values: { isDisputed: { "N/A": "" } } },
    ),
  },
};
