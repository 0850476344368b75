import { countMemberUse } from "#lib/auth/member-limits.ts";
import type { Session } from "#lib/auth/types.ts";
import { type ExportPurpose, exportPurpose } from "#lib/customers/consents.ts";
import { customersAddress } from "#lib/customers/filter.ts";
import {
  type CustomerFileRow,
  countContactable,
  customerFileColumns,
  customerFileRows,
  findContactable,
  listAttributeNames,
  listChosenCustomers,
  listCustomers,
  recordCustomerExport,
} from "#lib/customers/index.ts";
import type { CustomerFilter, CustomerListRow } from "#lib/customers/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { exportFormat } from "#lib/exports/index.ts";
import { namedFilters } from "#lib/http/filter-names.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { requireReadable } from "#lib/lists/index.ts";

export const dynamic = "force-dynamic";

const OWN_PARAMS = ["format", "purpose", "ids", "attribute"];
const ROWS_A_PAGE = 2_000;
const MOST_CHOSEN = 200;
const LONGEST_MS = 60_000;

/**
 * The customers that match the list's filter, or those of `?ids=…&ids=…`, for the `?purpose`, in the `?format`: who has no lawful basis for
 * it keeps their address and number, and how many these are stands in the file's name. Without a purpose it is for
 * analysis, without contact data. By number: a computation on the way cannot move a row past the reader. Whoever takes
 * them away leaves an event, written before the first byte goes out.
 */
export const GET = memberRoute(async (request, session) => {
  if (!session.permissions.has("customer:export")) {
    throw new DomainError("forbidden", "Your role does not allow taking the customer list away.");
  }
  await countMemberUse(session, "archive");
  const params = new URL(request.url).searchParams;
  exportFormat(params.get("format"));
  requireReadable(customersAddress.unknown(params, OWN_PARAMS));
  const purpose = exportPurpose(params.get("purpose"));
  const isChosen = params.has("ids");
  const query = { ...customersAddress.read(params), sort: "number" } as const;
  const { attributes, filters } = await withTenant(
    session,
    "customer:read",
    async (tx) => ({
      attributes: await listAttributeNames(tx, session),
      filters: await namedFilters(tx, customersAddress.filters(query)),
    }),
    { timeoutMs: LONGEST_MS },
  );
  const what = { purpose, attributes };
  const { rows, withoutContact } = isChosen
    ? await chosen(session, params.getAll("ids"), what)
    : await matching(session, query, what);
  return listDownload(request, {
    unknown: [],
    name: fileName(purpose, withoutContact),
    columns: customerFileColumns(attributes),
    amounts: ["revenue", "profit_before_contacts"],
    filters: isChosen ? [["chosen", String(params.getAll("ids").length)]] : filters,
    pages: rows,
  });
});

/** For what a file is, and the attributes that have a column in it. */
type What = { purpose: ExportPurpose; attributes: readonly string[] };
type File = { rows: AsyncIterable<CustomerFileRow[]>; withoutContact: number };

function fileName(purpose: ExportPurpose, withoutContact: number): string {
  if (purpose === "analysis") return "customers-for-analysis";
  const note = withoutContact > 0 ? `-${withoutContact}-without-contact` : "";
  return `customers-for-${purpose}${note}`;
}

/** Read before the answer begins: a refusal still has a status of its own. */
async function matching(session: Session, filter: CustomerFilter, what: What): Promise<File> {
  const { purpose } = what;
  const first = await readPage(session, filter, { ...what, after: null });
  const withoutContact = await withTenant(
    session,
    "customer:export",
    async (tx) => {
      const count =
        purpose === "analysis" ? 0 : (await countContactable(tx, session, filter))[purpose];
      await recordCustomerExport(tx, session, { filter, purpose, withoutContact: count });
      return count;
    },
    { timeoutMs: LONGEST_MS },
  );
  return { rows: pages(session, filter, { ...what, first }), withoutContact };
}

type CustomerPage = Awaited<ReturnType<typeof readPage>>;
type Pages = What & { first: CustomerPage };

async function* pages(session: Session, filter: CustomerFilter, { first, ...what }: Pages) {
  for (let page: CustomerPage | null = first; page; ) {
    yield page.rows;
    page = page.next ? await readPage(session, filter, { ...what, after: page.next }) : null;
  }
}

type PageOf = What & { after: string | null };

function readPage(session: Session, filter: CustomerFilter, { after, ...what }: PageOf) {
  return withTenant(
    session,
    "customer:read",
    async (tx) => {
      const page = await listCustomers(tx, session, filter, { after, limit: ROWS_A_PAGE });
      return { ...(await rowsFor(tx, session, what, page.items)), next: page.next };
    },
    { timeoutMs: LONGEST_MS },
  );
}

async function chosen(session: Session, ids: readonly string[], what: What): Promise<File> {
  if (ids.length > MOST_CHOSEN) {
    throw new DomainError("invalid_input", `At most ${MOST_CHOSEN} customers can be chosen.`);
  }
  const { rows, withoutContact } = await withTenant(session, "customer:read", async (tx) =>
    rowsFor(tx, session, what, await listChosenCustomers(tx, session, ids)),
  );
  await withTenant(session, "customer:export", (tx) =>
    recordCustomerExport(tx, session, {
      chosen: rows.length,
      purpose: what.purpose,
      withoutContact,
    }),
  );
  return { rows: inOnePage(rows), withoutContact };
}

async function* inOnePage(rows: CustomerFileRow[]) {
  yield rows;
}

/** The rows of a file for a purpose; how many of them leave out an address or a number that is there. */
async function rowsFor(
  tx: TenantTx,
  session: Session,
  { purpose, attributes }: What,
  customers: readonly CustomerListRow[],
): Promise<{ rows: CustomerFileRow[]; withoutContact: number }> {
  const ids = customers.map(({ id }) => id);
  const contactable =
    purpose === "analysis" ? new Set<string>() : await findContactable(tx, session, purpose, ids);
  const isLeftOut = ({ id, email, phone }: CustomerListRow) =>
    purpose !== "analysis" && !contactable.has(id) && (email ?? phone) !== null;
  return {
    rows: await customerFileRows(tx, session, customers, { contactable, attributes }),
    withoutContact: customers.filter(isLeftOut).length,
  };
}
