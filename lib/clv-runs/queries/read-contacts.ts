import "server-only";
import { withPrice } from "#lib/activity-rates/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { minorDigits } from "#lib/format/format-money.ts";
import type { Rates } from "#lib/workspaces/types.ts";
import type { ContactColumns } from "../run-input.ts";
import { customerBounds, NO_ID } from "./read-purchases.ts";

/** `ids`: of the customers whose contacts are asked for, packed and in order; their numbers are their places. */
type Asked = Pick<Rates, "costPerContactMinor"> & {
  currency: string;
  cutoffOn: string;
  ids: Uint8Array;
};

const ID_BYTES = 16;
/** An id, a day and two counts as 4 bytes, a cost and its squares as 8. */
const ROW_BYTES = ID_BYTES + 4 + 4 + 4 + 8 + 8;

/**
 * The contacts of customers up to the cut-off, day by day, with what they cost by the rate of their activity or their channel; some
 * twenty thousand customers at a time and packed as orders are. Costs in the currency's major unit.
 */
export async function readContacts(
  tx: TenantTx,
  session: Session,
  { ids, ...asked }: Asked,
): Promise<ContactColumns> {
  const bounds = await customerBounds(tx, session);
  const parts: Buffer[] = [];
  for (const [part, until] of bounds.entries()) {
    const bytes = await readPart(tx, session, asked, [bounds[part - 1] ?? NO_ID, until]);
    parts.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }
  return unpack(Buffer.concat(parts), ids, 10 ** minorDigits(asked.currency));
}

async function readPart(
  tx: TenantTx,
  session: Session,
  { cutoffOn, ...priced }: Omit<Asked, "ids">,
  [after, until]: readonly [string, string],
): Promise<Uint8Array> {
  const [part] = await tx.$queryRaw<[{ bytes: Uint8Array | null }]>`
    SELECT string_agg(uuid_send(customer_id) || int4send(occurred_on - DATE '1970-01-01') || int4send(contacts)
      || int4send(priced) || float8send(cost) || float8send(squares), '' ORDER BY customer_id, occurred_on) AS bytes
    FROM (
      SELECT i.customer_id, i.occurred_on, count(*)::int AS contacts, count(p.minor)::int AS priced,
        coalesce(sum(p.minor), 0)::float8 AS cost, coalesce(sum(p.minor::float8 ^ 2), 0)::float8 AS squares
      FROM interaction i ${withPrice(session, priced)}
      WHERE i.tenant_id = ${session.workspace.id}::uuid AND i.customer_id > ${after}::uuid AND i.customer_id <= ${until}::uuid
        AND i.occurred_on <= ${cutoffOn}::date
      GROUP BY i.customer_id, i.occurred_on
    ) held`;
  return part.bytes ?? new Uint8Array();
}

/** Rows of customers who are not asked for are left out; both are in order of id. */
function unpack(bytes: Buffer, ids: Uint8Array, unit: number): ContactColumns {
  const size = bytes.length / ROW_BYTES;
  const whole = () => new Int32Array(size);
  const columns = {
    ...{ customers: whole(), days: whole(), contacts: whole(), priced: whole() },
    ...{ costs: new Float64Array(size), squares: new Float64Array(size) },
  };
  let [place, customer] = [0, 0];
  for (let from = 0; from < bytes.length; from += ROW_BYTES) {
    customer = placeFrom(ids, customer, bytes.subarray(from, from + ID_BYTES));
    if (!isAt(ids, customer, bytes.subarray(from, from + ID_BYTES))) continue;
    columns.customers[place] = customer;
    columns.days[place] = bytes.readInt32BE(from + ID_BYTES);
    columns.contacts[place] = bytes.readInt32BE(from + ID_BYTES + 4);
    columns.priced[place] = bytes.readInt32BE(from + ID_BYTES + 8);
    columns.costs[place] = bytes.readDoubleBE(from + ID_BYTES + 12) / unit;
    columns.squares[place] = bytes.readDoubleBE(from + ID_BYTES + 20) / unit ** 2;
    place += 1;
  }
  return {
    ...{ customers: columns.customers.slice(0, place), days: columns.days.slice(0, place) },
    ...{ contacts: columns.contacts.slice(0, place), priced: columns.priced.slice(0, place) },
    ...{ costs: columns.costs.slice(0, place), squares: columns.squares.slice(0, place) },
  };
}

/** The first place from one on whose id is not before another. */
function placeFrom(ids: Uint8Array, from: number, id: Buffer): number {
  let place = from;
  while (place * ID_BYTES < ids.length && Buffer.compare(idAt(ids, place), id) < 0) place += 1;
  return place;
}

function isAt(ids: Uint8Array, place: number, id: Buffer): boolean {
  return place * ID_BYTES < ids.length && Buffer.compare(idAt(ids, place), id) === 0;
}

function idAt(ids: Uint8Array, place: number): Uint8Array {
  return ids.subarray(place * ID_BYTES, (place + 1) * ID_BYTES);
}
