import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { getCalendar } from "#lib/calendars/index.ts";
import type { Calendar } from "#lib/calendars/types.ts";
import { getCustomer } from "#lib/customers/index.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { findOpenCase } from "#lib/defection/index.ts";
import { frontlineTipOf } from "#lib/personae/index.ts";
import { IS_OPEN } from "#lib/tiers/index.ts";
import { THANKED } from "../by-hand.ts";
import { recordCardView } from "../commands/record-card-view.ts";
import { maskPhone } from "../mask-phone.ts";
import { hoursLeft } from "../promise-clock.ts";
import type { CardComplaint, CardContact, CardScore, CustomerCard, Standing } from "../types.ts";
import { shownComplaintNumber } from "./complaint.ts";
import { findStanding } from "./standing.ts";

const MOST_CONTACTS = 3;
const MOST_COMPLAINTS = 5;
const MOST_PLANS = 2;

/** The card of a customer for whoever speaks with them; that it was opened is told in the log. @throws DomainError `not_found` */
export async function openCard(
  tx: TenantTx,
  session: Session,
  customerId: string,
): Promise<CustomerCard> {
  const customer = await getCustomer(tx, session, customerId);
  await recordCardView(tx, session, customer.id);
  const standing = await findStanding(tx, session, customer.id);
  const hours = typeof standing === "string" ? null : promisedHours(standing);
  const calendar = await getCalendar(tx, session);
  const { id, externalId, name, segment, phone, value, registeredOn } = customer;
  return {
    ...{ id, externalId, name, segment, standing },
    since: value?.firstOrderedOn ?? registeredOn,
    maskedPhone: maskPhone(phone),
    tip: await frontlineTipOf(tx, id),
    contacts: await listContacts(tx, session, id),
    complaints: await listOpenComplaints(tx, session, id, { calendar, promisedHours: hours }),
    openCase: await findOpenCase(tx, session, id),
    hasCalendar: calendar.versions.length > 0,
    score: await findLastScore(tx, session, id),
    quote: await findLastQuote(tx, session, id),
    plans: await listPlans(tx, session, id),
  };
}

function promisedHours({ tier }: Standing): number | null {
  return tier?.responseHours ?? null;
}

function listContacts(tx: TenantTx, { workspace }: Session, id: string): Promise<CardContact[]> {
  const own = sql`x.tenant_id = ${workspace.id}::uuid AND x.customer_id = ${id}::uuid`;
  return tx.$queryRaw<CardContact[]>`
    SELECT kind, day::text AS "occurredOn", text, channel, thanks AS "isThanks", score, scale_max AS "scaleMax", amount::float8 AS "amountMinor", currency
    FROM (
      (SELECT 'interaction' AS kind, x.occurred_on AS day, x.occurred_at AS at, coalesce(x.subject, left(x.body, 120)) AS text,
         x.channel, coalesce(x.outcome = ${THANKED}, false) AS thanks, NULL::float8 AS score, NULL::float8 AS scale_max, NULL::bigint AS amount, NULL::text AS currency
       FROM interaction x WHERE ${own} ORDER BY x.occurred_on DESC, x.occurred_at DESC NULLS LAST LIMIT ${MOST_CONTACTS})
      UNION ALL
      (SELECT 'signal', x.occurred_on, x.occurred_at, x.question, x.channel, false, x.score, x.scale_max, NULL, NULL
       FROM signal x WHERE ${own} ORDER BY x.occurred_on DESC LIMIT ${MOST_CONTACTS})
      UNION ALL
      (SELECT 'order', x.ordered_on, NULL, x.product_code, x.channel, false, NULL, NULL, x.amount_minor, x.currency
       FROM customer_order x WHERE ${own} ORDER BY x.ordered_on DESC LIMIT ${MOST_CONTACTS})
    ) found ORDER BY day DESC, at DESC NULLS LAST, kind LIMIT ${MOST_CONTACTS}`;
}

/** What they pay for by contract now, for those who may read it. */
async function listPlans(tx: TenantTx, session: Session, id: string): Promise<string[]> {
  if (!session.permissions.has("subscription:read")) return [];
  const found = await tx.$queryRaw<{ plan: string }[]>`
    SELECT DISTINCT left(plan, 40) AS plan FROM subscription
    WHERE tenant_id = ${session.workspace.id}::uuid AND customer_id = ${id}::uuid AND plan IS NOT NULL
      AND (ended_on IS NULL OR ended_on >= current_date)
    ORDER BY 1 LIMIT ${MOST_PLANS}`;
  return found.map(({ plan }) => plan);
}

type Promised = { calendar: Calendar; promisedHours: number | null };
type OpenComplaint = Omit<CardComplaint, "hoursLeft" | "number"> & {
  externalId: string;
  receivedMs: number;
};

async function listOpenComplaints(
  tx: TenantTx,
  { workspace }: Session,
  id: string,
  { calendar, promisedHours }: Promised,
): Promise<CardComplaint[]> {
  const open = await tx.$queryRaw<OpenComplaint[]>`
    SELECT c.id, c.external_id AS "externalId", coalesce(c.subject, c.reason, c.product) AS subject, c.status,
      c.received_on::text AS "receivedOn",
      1000 * extract(epoch FROM coalesce(c.received_at, c.received_on::timestamp AT TIME ZONE ${workspace.timeZone}))::float8
        AS "receivedMs"
    FROM complaint c
    WHERE c.tenant_id = ${workspace.id}::uuid AND c.customer_id = ${id}::uuid AND ${IS_OPEN}
    ORDER BY c.received_on, c.id LIMIT ${MOST_COMPLAINTS}`;
  const nowMs = Date.now();
  return open.map(({ receivedMs, externalId, ...complaint }) => ({
    ...complaint,
    number: shownComplaintNumber(externalId),
    hoursLeft:
      promisedHours === null ? null : hoursLeft(calendar, { receivedMs, promisedHours, nowMs }),
  }));
}

async function findLastScore(
  tx: TenantTx,
  { workspace }: Session,
  id: string,
): Promise<CardScore | null> {
  const [found] = await tx.$queryRaw<CardScore[]>`
    SELECT occurred_on::text AS "occurredOn", metric, score, scale_max AS "scaleMax" FROM signal
    WHERE tenant_id = ${workspace.id}::uuid AND customer_id = ${id}::uuid AND score IS NOT NULL
    ORDER BY occurred_on DESC, id DESC LIMIT 1`;
  return found ?? null;
}

async function findLastQuote(
  tx: TenantTx,
  { workspace }: Session,
  id: string,
): Promise<CustomerCard["quote"]> {
  const [found] = await tx.$queryRaw<NonNullable<CustomerCard["quote"]>[]>`
    SELECT left(body, 280) AS text, occurred_on::text AS "occurredOn" FROM signal
    WHERE tenant_id = ${workspace.id}::uuid AND customer_id = ${id}::uuid AND body <> ''
    ORDER BY occurred_on DESC, id DESC LIMIT 1`;
  return found ?? null;
}
