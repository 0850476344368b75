import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { type ContractColumns, RENEWAL_PERIODS, RUNS_ON } from "#lib/clv/types.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { minorDigits } from "#lib/format/format-money.ts";
import { countedContract } from "./contract-facts.ts";
import { customerBounds, NO_ID, type PurchasesAsked, withAttribute } from "./read-purchases.ts";

/** Contracts of a run in columns, and the ids of the customers by their numbers. */
export type ReadContracts = { contracts: ContractColumns; ids: Uint8Array; customerCount: number };

const ID_BYTES = 16;
/** An id, two days and the place of a period as 4 bytes, a price as 8. */
const ROW_BYTES = ID_BYTES + 4 + 4 + 4 + 8;
/** In packed rows: the price is not known. */
const NO_PRICE = -1;
const MONTH = RENEWAL_PERIODS.indexOf("month");

/**
 * Every contract that began up to the cut-off, in the currency or in none, some twenty thousand customers at a time and packed as orders
 * are. Prices in the currency's major unit; a contract that says no period renews by the month.
 */
export async function readContracts(
  tx: TenantTx,
  session: Session,
  asked: PurchasesAsked,
  onProgress: (share: number) => void,
): Promise<ReadContracts> {
  const bounds = await customerBounds(tx, session);
  const parts: Buffer[] = [];
  for (const [part, until] of bounds.entries()) {
    const bytes = await readPart(tx, session, asked, [bounds[part - 1] ?? NO_ID, until]);
    parts.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    onProgress((part + 1) / bounds.length);
  }
  return unpack(Buffer.concat(parts), 10 ** minorDigits(asked.currency));
}

async function readPart(
  tx: TenantTx,
  { workspace }: Session,
  { currency, cutoffOn, cohort }: PurchasesAsked,
  [after, until]: readonly [string, string],
): Promise<Uint8Array> {
  const { firstFrom = null, firstUntil = null, attribute = null } = cohort ?? {};
  const [part] = await tx.$queryRaw<[{ bytes: Uint8Array | null }]>`
    SELECT string_agg(uuid_send(customer_id) || int4send(started_on - DATE '1970-01-01')
      || int4send(coalesce(ended_on - DATE '1970-01-01', ${RUNS_ON}::int))
      || int4send(coalesce(array_position(${[...RENEWAL_PERIODS]}::text[], period) - 1, ${MONTH}::int))
      || int8send(coalesce(price_minor, ${NO_PRICE}::bigint)), '' ORDER BY customer_id, started_on, id) AS bytes
    FROM (
      SELECT s.id, s.customer_id, s.started_on, s.ended_on, s.period, s.price_minor,
        min(s.started_on) OVER (PARTITION BY s.customer_id) AS first_on
      FROM subscription s ${withAttribute(sql`s`, attribute)}
      WHERE s.tenant_id = ${workspace.id}::uuid AND s.customer_id > ${after}::uuid AND s.customer_id <= ${until}::uuid
        AND ${countedContract(currency)} AND s.started_on <= ${cutoffOn}::date
    ) held
    WHERE first_on BETWEEN coalesce(${firstFrom}::date, '-infinity') AND coalesce(${firstUntil}::date, 'infinity')`;
  return part.bytes ?? new Uint8Array();
}

function unpack(bytes: Buffer, unit: number): ReadContracts {
  const size = bytes.length / ROW_BYTES;
  const whole = () => new Int32Array(size);
  const contracts = {
    ...{ customers: whole(), starts: whole(), ends: whole(), periods: whole() },
    prices: new Float64Array(size),
  };
  const ids: Buffer[] = [];
  for (let row = 0; row < size; row++) {
    const from = row * ROW_BYTES;
    const id = bytes.subarray(from, from + ID_BYTES);
    if (ids.at(-1)?.equals(id) !== true) ids.push(id);
    contracts.customers[row] = ids.length - 1;
    contracts.starts[row] = bytes.readInt32BE(from + ID_BYTES);
    contracts.ends[row] = bytes.readInt32BE(from + ID_BYTES + 4);
    contracts.periods[row] = bytes.readInt32BE(from + ID_BYTES + 8);
    const price = Number(bytes.readBigInt64BE(from + ID_BYTES + 12));
    contracts.prices[row] = price === NO_PRICE ? Number.NaN : price / unit;
  }
  return { contracts, ids: Buffer.concat(ids), customerCount: ids.length };
}
