import "server-only";
import { z } from "zod";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { amountText } from "#lib/format/amount-text.ts";
import { type ConsentState, type LawfulBasis, PURPOSES } from "../consents.ts";
import { CUSTOMER_FILE_COLUMNS, type CustomerListRow } from "../types.ts";

const Attributes = z.record(z.string(), z.string());

/** One cell for each of `customerFileColumns`; amounts in major units. */
export type CustomerFileRow = (string | number | null)[];

/** The attributes that any customer has, by name: each is a column of every file, whoever is in it. None where personal data is hidden. */
export async function listAttributeNames(tx: TenantTx, session: Session): Promise<string[]> {
  if (!mayReadPersonalData(session)) return [];
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT a.name FROM customer c CROSS JOIN LATERAL jsonb_object_keys(c.attributes) a (name)
    WHERE c.tenant_id = ${session.workspace.id}::uuid AND c.attributes <> '{}' ORDER BY 1`;
  return rows.map(({ name }) => name);
}

/** The columns of a file of customers: those that all have, and one for each attribute behind its prefix. */
export function customerFileColumns(attributes: readonly string[]): string[] {
  return [...CUSTOMER_FILE_COLUMNS, ...attributes.map((name) => `attributes.${name}`)];
}

type FileRows = {
  /** Ids of those whose address and number may be in the file */
  contactable: ReadonlySet<string>;
  attributes: readonly string[];
};

/** Customers as rows of `customerFileColumns`, without contact data of who is not contactable; two queries for all of them. */
export async function customerFileRows(
  tx: TenantTx,
  session: Session,
  customers: readonly CustomerListRow[],
  { contactable, attributes }: FileRows,
): Promise<CustomerFileRow[]> {
  const told = await readTold(tx, session, customers);
  const { currency } = session.workspace;
  const amount = (minor: number | null) => (minor === null ? null : amountText(minor, currency));
  return customers.map((customer) => {
    const { id, externalId, name, email, phone, segment, orderCount } = customer;
    const contact = contactable.has(id) ? [email, phone] : [null, null];
    const {
      registeredOn = null,
      attributes: values = NO_ATTRIBUTES,
      consents = {},
    } = told.get(id) ?? {};
    return [
      ...[externalId, name, ...contact, segment, orderCount],
      ...[amount(customer.revenueMinor), amount(customer.profitMinor), currency],
      ...[customer.lastOrderedOn, registeredOn],
      ...PURPOSES.map((purpose) => consents[purpose] ?? null),
      ...attributes.map((each) => attributeCell(values.get(each), contactable.has(id))),
    ];
  });
}

/** An e-mail address, or a number with the sign or the zeros of a country before it. */
const CONTACT = /\S@\S+\.\S|^\s*(?:\+|00)\d[\d\s()./–-]{5,}$/;

/** What an attribute holds; an address or a number in it is contact data too. */
function attributeCell(value: string | undefined, mayContact: boolean): string | null {
  return value === undefined || (!mayContact && CONTACT.test(value)) ? null : value;
}

type Told = {
  registeredOn: string | null;
  /** By name: a file may call one as every object calls a part of its own, such as "constructor" */
  attributes: ReadonlyMap<string, string>;
  /** The word for each purpose, as an import reads it */
  consents: Readonly<Record<string, string>>;
};

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Of whom personal data is hidden, nothing is told beyond the list. */
async function readTold(
  tx: TenantTx,
  session: Session,
  customers: readonly CustomerListRow[],
): Promise<ReadonlyMap<string, Told>> {
  if (!mayReadPersonalData(session) || customers.length === 0) return new Map();
  const ids = customers.map(({ id }) => id);
  const stored = await tx.customer.findMany({
    where: { id: { in: ids } },
    select: { id: true, registeredOn: true, attributes: true },
  });
  const consents = new Map<string, Record<string, string>>();
  const recorded = await tx.customerConsent.findMany({
    where: { customerId: { in: ids } },
    select: { customerId: true, purpose: true, state: true, lawfulBasis: true },
  });
  for (const { customerId, purpose, ...said } of recorded)
    consents.set(customerId, { ...consents.get(customerId), [purpose]: consentWord(said) });
  return new Map(
    stored.map(({ id, registeredOn, attributes }) => [
      id,
      {
        registeredOn: registeredOn?.toISOString().slice(0, 10) ?? null,
        attributes: new Map(Object.entries(Attributes.parse(attributes))),
        consents: consents.get(id) ?? {},
      },
    ]),
  );
}

/** `given` and `refused` are what a customer said; what the law says has the word of its basis. */
function consentWord({ state, lawfulBasis }: { state: string; lawfulBasis: string }): string {
  const said = { given: "given", withdrawn: "refused", unknown: "unknown" } as const;
  const isBasis = state === ("given" satisfies ConsentState) && lawfulBasis !== CONSENT;
  return isBasis ? lawfulBasis : (said[state as ConsentState] ?? "unknown");
}

const CONSENT: LawfulBasis = "consent";
