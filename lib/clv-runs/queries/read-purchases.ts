import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { PurchaseColumns } from "#lib/clv/types.ts";
import { empty, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { minorDigits } from "#lib/format/format-money.ts";
import type { RunCohort } from "../types.ts";

/** Orders of a run in columns, in order of customer and day, and the ids of the customers by their numbers. */
export type ReadPurchases = {
  purchases: PurchaseColumns;
  ids: Uint8Array;
  customerCount: number;
};

export type PurchasesAsked = { currency: string; cutoffOn: string; cohort: RunCohort | null };

const CUSTOMERS_AT_ONCE = 20_000;
const ID_BYTES = 16;
/** An id, a day as 4 bytes and an amount as 8. */
const ROW_BYTES = ID_BYTES + 4 + 8;
/** Before every id. */
export const NO_ID = "00000000-0000-0000-0000-000000000000";

/**
 * Every order of the currency up to the cut-off, some twenty thousand customers at a time: rows come packed as bytes, as a
 * million values of a driver's own would cost more than the computation. Amounts in the currency's major unit, after returns; an order
 * returned in full is no purchase: it neither counts nor lowers the mean spend.
 */
export async function readPurchases(
  tx: TenantTx,
  session: Session,
  asked: PurchasesAsked,
  onProgress: (share: number) => void,
): Promise<ReadPurchases> {
  const size = await countOrders(tx, session, asked);
  const bounds = await customerBounds(tx, session);
  const columns = new PackedPurchases(size, 10 ** minorDigits(asked.currency));
  for (const [part, until] of bounds.entries()) {
    columns.add(await readPart(tx, session, asked, bounds[part - 1] ?? NO_ID, until));
    onProgress((part + 1) / bounds.length);
  }
  return columns.taken();
}

async function countOrders(
  tx: TenantTx,
  { workspace }: Session,
  { currency, cutoffOn }: PurchasesAsked,
): Promise<number> {
  const [found] = await tx.$queryRaw<[{ count: number }]>`
    SELECT count(*)::float8 AS count FROM customer_order o
    WHERE o.tenant_id = ${workspace.id}::uuid AND o.currency = ${currency} AND o.ordered_on <= ${cutoffOn}::date`;
  return found.count;
}

/** The last id of every stretch of customers. */
export async function customerBounds(tx: TenantTx, { workspace }: Session): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT c.id, row_number() OVER (ORDER BY c.id) AS place, count(*) OVER () AS places
      FROM customer c WHERE c.tenant_id = ${workspace.id}::uuid
    ) numbered
    WHERE place % ${CUSTOMERS_AT_ONCE}::int = 0 OR place = places ORDER BY id`;
  return rows.map(({ id }) => id);
}

async function readPart(
  tx: TenantTx,
  { workspace }: Session,
  { currency, cutoffOn, cohort }: PurchasesAsked,
  after: string,
  until: string,
): Promise<Uint8Array> {
  const { firstFrom = null, firstUntil = null, channel = null, attribute = null } = cohort ?? {};
  const inCohort = cohort
    ? sql`WHERE first_on BETWEEN coalesce(${firstFrom}::date, '-infinity') AND coalesce(${firstUntil}::date, 'infinity')
        AND (${channel}::text IS NULL OR first_channel = ${channel})`
    : sql``;
  const [part] = await tx.$queryRaw<[{ bytes: Uint8Array | null }]>`
    SELECT string_agg(uuid_send(customer_id) || int4send(ordered_on - DATE '1970-01-01') || int8send(amount_minor), ''
      ORDER BY customer_id, ordered_on) AS bytes
    FROM (
      SELECT o.customer_id, o.ordered_on, o.amount_minor
        ${cohort ? sql`, first_value(o.ordered_on) OVER whole AS first_on, first_value(o.channel) OVER whole AS first_channel` : sql``}
      FROM customer_order o ${withAttribute(sql`o`, attribute)}
      WHERE o.tenant_id = ${workspace.id}::uuid AND o.customer_id > ${after}::uuid AND o.customer_id <= ${until}::uuid
        AND o.currency = ${currency} AND o.ordered_on <= ${cutoffOn}::date AND (o.amount_minor > 0 OR o.returned_minor = 0)
      ${cohort ? sql`WINDOW whole AS (PARTITION BY o.customer_id ORDER BY o.ordered_on, o.id)` : sql``}
    ) bought ${inCohort}`;
  return part.bytes ?? new Uint8Array();
}

/** Joins the customers with a value of an attribute, if one is asked for. */
export function withAttribute(rows: Sql, attribute: RunCohort["attribute"]): Sql {
  return attribute === null
    ? empty
    : sql`JOIN customer c ON c.tenant_id = ${rows}.tenant_id AND c.id = ${rows}.customer_id
        AND c.attributes ->> ${attribute.name}::text = ${attribute.value}`;
}

/** Columns filled from packed rows. */
class PackedPurchases {
  readonly #customers: Int32Array<ArrayBuffer>;
  readonly #days: Int32Array<ArrayBuffer>;
  readonly #amounts: Float64Array<ArrayBuffer>;
  readonly #unit: number;
  #ids = Buffer.alloc(0);
  #idParts: Buffer[] = [];
  #count = 0;
  #customer = -1;

  constructor(size: number, unit: number) {
    this.#customers = new Int32Array(size);
    this.#days = new Int32Array(size);
    this.#amounts = new Float64Array(size);
    this.#unit = unit;
  }

  add(given: Uint8Array): void {
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
    let former = -1;
    for (let at = 0; at < bytes.length; at += ROW_BYTES) {
      const isSame =
        former >= 0 && bytes.compare(bytes, former, former + ID_BYTES, at, at + ID_BYTES) === 0;
      if (!isSame) {
        this.#customer += 1;
        this.#idParts.push(bytes.subarray(at, at + ID_BYTES));
      }
      former = at;
      this.#put(bytes.readInt32BE(at + ID_BYTES), Number(bytes.readBigInt64BE(at + ID_BYTES + 4)));
    }
    this.#ids = Buffer.concat([this.#ids, ...this.#idParts]);
    this.#idParts = [];
  }

  #put(day: number, amountMinor: number): void {
    this.#customers[this.#count] = this.#customer;
    this.#days[this.#count] = day;
    this.#amounts[this.#count] = amountMinor / this.#unit;
    this.#count += 1;
  }

  taken(): ReadPurchases {
    return {
      purchases: {
        customers: this.#customers.slice(0, this.#count),
        days: this.#days.slice(0, this.#count),
        amounts: this.#amounts.slice(0, this.#count),
      },
      ids: this.#ids,
      customerCount: this.#customer + 1,
    };
  }
}
