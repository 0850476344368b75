import "server-only";
import type { Session } from "#lib/auth/types.ts";
import {
  createMissingNames,
  createNamedCustomers,
  findKnownNumbers,
  findNames,
  findNumbersByEmail,
  type NamedCustomer,
  type NamedLine,
  type NameIds,
  SHARED_EMAIL,
} from "#lib/bulk/index.ts";
import { NAMED_ENTITIES, type NamedEntity } from "#lib/bulk/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { nameKey } from "#lib/format/name-key.ts";
import { CREATABLE, type Creatable } from "../creatable.ts";
import { settleCalledOff } from "../queries/settle-called-off.ts";
import type { Chunk, ImportRow, Reject } from "../types.ts";
import { chooseRowSources } from "./choose-row-sources.ts";
import { type Attempt, recordNewCustomers } from "./import-attempt.ts";

/** A chunk whose rows name customers by number only, with the ids of the other names and of the sources of its rows. */
export type PreparedChunk = Chunk & { ids: NameIds; sources: ReadonlyMap<string, string> };

/**
 * Find what the rows of a chunk name, and make what nobody knows yet, in a transaction of its own before the chunk's: so
 * two chunks can be written at once without waiting for each other's customers. A repeated chunk finds them and counts
 * none twice. A row that names what is neither known nor to be made becomes a reject. A dry run makes nothing.
 */
export async function prepareChunk(
  tx: TenantTx,
  session: Session,
  attempt: Attempt,
  chunk: Chunk,
): Promise<PreparedChunk> {
  if (attempt.kind === "customers") return { ...chunk, ids: NO_NAMES, sources: new Map() };
  const { importId, isDryRun } = attempt;
  const creatable = new Set<Creatable>(attempt.mapping?.createMissing ?? CREATABLE);
  const { rows: sold, rejects: calledOff } = await settleCalledOff(
    tx,
    session,
    attempt,
    chunk.rows,
  );
  const { rows, rejects } = await withoutRuled(tx, attempt, sold);
  const linked = await linkRows(tx, session, { importId, isDryRun, creatable }, rows);
  if (linked.customersMade > 0)
    await recordNewCustomers(tx, session, attempt, linked.customersMade);
  return {
    ...chunk,
    rows: linked.rows,
    rejects: [...chunk.rejects, ...calledOff, ...rejects, ...linked.rejects],
    ids: linked.ids,
    sources: await chooseRowSources(tx, session, attempt, linked.rows),
  };
}

/** Rows of a list without those of a segment that a rule finds: nobody can be put into it. */
async function withoutRuled(
  tx: TenantTx,
  { kind }: Attempt,
  rows: readonly ImportRow[],
): Promise<{ rows: readonly ImportRow[]; rejects: readonly Reject[] }> {
  if (kind !== "segment_lists") return { rows, rejects: [] };
  const ruled = await listRuledNames(tx);
  const isRuled = ({ segment }: Linked) => Boolean(segment && ruled.has(nameKey(segment)));
  const refused: readonly Linked[] = rows.filter(isRuled);
  return {
    rows: rows.filter((row) => !isRuled(row)),
    rejects: refused.map(({ line, segment }) => ({
      ...{ line, column: "", value: segment ?? "" },
      reason: "A rule finds the customers of this segment. Change the rule, or name another one.",
    })),
  };
}

async function listRuledNames(tx: TenantTx): Promise<ReadonlySet<string>> {
  const rows = await tx.customerSegment.findMany({
    where: { kind: "rule" },
    select: { name: true },
  });
  return new Set(rows.map(({ name }) => nameKey(name)));
}

/** Who makes what rows name and nobody knows: an import, or the API, which is none. */
export type Linking = {
  importId: string | null;
  isDryRun: boolean;
  creatable: ReadonlySet<Creatable>;
  /** What is not to be made because whoever asks may not, where that is why */
  forbidden?: ReadonlySet<Creatable>;
};

export type LinkedRows = {
  rows: readonly ImportRow[];
  rejects: readonly Reject[];
  ids: NameIds;
  /** By an import */
  customersMade: number;
};

/** Find what rows name, and make what nobody knows yet; a row that names what is neither known nor to be made is rejected. */
export async function linkRows(
  tx: TenantTx,
  session: Session,
  linking: Linking,
  given: readonly ImportRow[],
): Promise<LinkedRows> {
  const { importId, isDryRun, creatable } = linking;
  const { rows: linked, shared } = await withNumbers(tx, session, given);
  const known = await findNames(tx, session, linked.flatMap(namesIn));
  const strangers = creatable.has("customers")
    ? new Set<string>()
    : await unknownNumbers(tx, session, linked);
  const screened = linked.map((row) => ({
    row,
    faults: [
      ...sharedEmail(row, shared),
      ...unknownCustomer(row, strangers, linking),
      ...unknownNames(row, known, linking),
    ],
  }));
  // Only rows that go in make anything on the way.
  const rows = screened.filter(({ faults }) => faults.length === 0).map(({ row }) => row);
  const missing = rows
    .flatMap(namesIn)
    .filter(({ entity, name }) => !known[entity].has(nameKey(name)));
  if (!isDryRun) await createMissingNames(tx, session, importId, missing);
  const makesCustomers = !isDryRun && creatable.has("customers");
  return {
    rows,
    rejects: distinct(screened.flatMap(({ faults }) => faults)),
    ids: missing.length === 0 ? known : await findNames(tx, session, rows.flatMap(namesIn)),
    customersMade: makesCustomers
      ? await createNamedCustomers(tx, session, importId, rows.flatMap(customerOf))
      : 0,
  };
}

/** A line of several rows, as of a wide survey, says its fault once. */
function distinct(rejects: readonly Reject[]): Reject[] {
  const told = new Map(
    rejects.map((each) => [`${each.line}\0${each.value}\0${each.reason}`, each]),
  );
  return [...told.values()];
}

const NO_NAMES: NameIds = { touchpoint: new Map(), segment: new Map(), department: new Map() };

/** What a row of any kind may name. */
type Linked = ImportRow &
  Partial<Record<NamedEntity, string | null>> & {
    customerExternalId?: string | null;
    customerEmail?: string | null;
  };

/**
 * The rows with the number of each customer that they name by address: a new one's address is its number. `shared` are
 * addresses of which nobody can say whose they are.
 */
async function withNumbers(tx: TenantTx, session: Session, rows: readonly Linked[]) {
  const emails = new Set(rows.flatMap((row) => (row.customerExternalId ? [] : emailOf(row))));
  const { numbers, shared } = await findNumbersByEmail(tx, session, [...emails]);
  const named = rows.map((row) => {
    const email = row.customerEmail;
    if (row.customerExternalId || !email || shared.has(email)) return row;
    return { ...row, customerExternalId: numbers.get(email) ?? email };
  });
  return { rows: named, shared };
}

function emailOf({ customerEmail }: Linked): string[] {
  return customerEmail ? [customerEmail] : [];
}

function customerOf({ line, customerExternalId, customerEmail }: Linked): NamedCustomer[] {
  if (!customerExternalId) return [];
  return [{ line, externalId: customerExternalId, email: customerEmail ?? null }];
}

function namesIn(row: Linked): NamedLine[] {
  return NAMED_ENTITIES.flatMap((entity) => {
    const name = row[entity];
    return name ? [{ line: row.line, entity, name }] : [];
  });
}

async function unknownNumbers(
  tx: TenantTx,
  session: Session,
  rows: readonly Linked[],
): Promise<ReadonlySet<string>> {
  const all = new Set(rows.flatMap((row) => row.customerExternalId || []));
  const known = await findKnownNumbers(tx, session, [...all]);
  return new Set([...all].filter((number) => !known.has(number)));
}

function sharedEmail(row: Linked, shared: ReadonlySet<string>): Reject[] {
  const { line, customerExternalId, customerEmail: value } = row;
  if (customerExternalId || !value || !shared.has(value)) return [];
  return [{ line, column: "", value, reason: SHARED_EMAIL }];
}

function unknownCustomer(
  { line, customerExternalId }: Linked,
  unknown: ReadonlySet<string>,
  linking: Linking,
): Reject[] {
  if (!customerExternalId || !unknown.has(customerExternalId)) return [];
  const reason = `No such customer is known${whyNotMade("customers", linking)}`;
  return [{ line, column: "", value: customerExternalId, reason }];
}

function unknownNames(row: Linked, ids: NameIds, linking: Linking): Reject[] {
  const makes = (entity: NamedEntity) => linking.creatable.has(`${entity}s`);
  return namesIn(row)
    .filter(({ entity, name }) => !(makes(entity) || ids[entity].has(nameKey(name))))
    .map(({ line, entity, name }) => ({
      line,
      column: "",
      value: name,
      reason: `No ${entity} has this name${whyNotMade(`${entity}s`, linking)}`,
    }));
}

function whyNotMade(what: Creatable, { importId, forbidden }: Linking): string {
  if (forbidden?.has(what)) return `. This key may not make ${what}.`;
  return `, and this ${importId ? "import" : "request"} makes none.`;
}
