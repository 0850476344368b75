import "server-only";
import { z } from "zod";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { ErasePerson } from "../schema.ts";
import type { Erased, ErasureCounts } from "../types.ts";
import { contactHmac } from "./contact-hmac.ts";
import { removeFiles } from "./remove-files.ts";

const INSTEAD = "erased";
/** Shorter words would be found in others' texts. */
const SHORTEST = 3;

type Person = {
  id: string;
  externalId: string;
  name: string | null;
  email: string | null;
  attributes: unknown;
};
const Attributes = z.record(z.string(), z.unknown()).catch({});

/**
 * Erase a person: every customer with that id or its e-mail address loses name, address and attributes and gets a made-up
 * number; former values, rejected rows, files, saved views and exports that name them go. Orders and scores stay, so
 * that totals do. A keyed hash is kept, by which it is done again after a restore.
 *
 * @throws DomainError `not_found`, `invalid_input` when the number was not typed as it is
 */
export async function erasePerson(
  tx: TenantTx,
  session: Session,
  { customerId, number }: ErasePerson,
): Promise<Erased> {
  const person = await lockPerson(tx, customerId);
  if (number !== person.externalId) {
    const message = `Type the number as it is: ${person.externalId}`;
    throw new DomainError("invalid_input", message, { fields: { number: [message] } });
  }
  const hmacs = [contactHmac("number", person.externalId)];
  if (person.email) hmacs.push(contactHmac("email", person.email));
  const erased = await eraseAll(tx, session, person);
  const { actor } = session;
  await tx.erasure.create({
    data: {
      id: newId(),
      contactHmacs: hmacs,
      counts: { ...erased.counts },
      requestedBy: actor.kind === "member" ? actor.membershipId : null,
    },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "customer.person_erased",
    object: { type: "customer_list", id: null },
    after: { ...erased.counts },
  });
  return erased;
}

/** The erasure itself, also of somebody the ledger knows already. */
export async function eraseAll(tx: TenantTx, session: Session, found: Person): Promise<Erased> {
  const { email } = found;
  const people = email === null ? [found] : await listByEmail(tx, session, email, found);
  const counts: ErasureCounts = {
    ...{ customers: people.length, ledgerRows: 0, rejects: 0, files: 0, views: 0 },
    ...{ exports: 0, otherRows: 0, left: 0 },
  };
  let filesEndAt: string | null = null;
  for (const person of people) {
    const words = wordsOf(person);
    counts.rejects += await blankRejects(tx, session, person);
    const files = await removeFiles(tx, session, person.id);
    counts.files += files.removed;
    filesEndAt = files.endAt ?? filesEndAt;
    counts.ledgerRows += await blankLedger(tx, session, person.id);
    counts.views += await deleteViews(tx, session, words);
    for (const word of words) counts.otherRows += await replaceWords(tx, word, person.id);
    await tx.$queryRaw`SELECT blank_customer(${person.id}::uuid, ${`erased-${newId()}`})::text`;
  }
  counts.exports = (await tx.workspaceExport.deleteMany({ where: { status: "ready" } })).count;
  if (email !== null) {
    counts.otherRows += await replaceWords(tx, email, null);
    counts.left = await countPlaces(tx, email);
  }
  return { counts, filesEndAt };
}

async function lockPerson(tx: TenantTx, id: string): Promise<Person> {
  const [person] = await tx.$queryRaw<Person[]>`
    SELECT id, external_id AS "externalId", name, email, attributes FROM customer
    WHERE tenant_id = app_tenant() AND id = ${id}::uuid FOR UPDATE`;
  if (!person) throw new DomainError("not_found", "There is no such customer.");
  return person;
}

/** One address is one person, also where they have several numbers. */
async function listByEmail(tx: TenantTx, session: Session, email: string, found: Person) {
  const others = await tx.$queryRaw<Person[]>`
    SELECT id, external_id AS "externalId", name, email, attributes FROM customer
    WHERE tenant_id = ${session.workspace.id}::uuid AND lower(email) = lower(${email}) AND id <> ${found.id}::uuid FOR UPDATE`;
  return [found, ...others];
}

function wordsOf({ externalId, name, email, attributes }: Person): string[] {
  const described = Object.values(Attributes.parse(attributes)).filter(
    (value) => typeof value === "string",
  );
  const words = [email, name, externalId, ...described].filter((word) => word !== null);
  return [...new Set(words.map((word) => word.trim()))].filter((word) => word.length >= SHORTEST);
}

/** The rejected values of every line that named them, or that hold their address or number. */
async function blankRejects(tx: TenantTx, session: Session, person: Person): Promise<number> {
  const { email, externalId, id } = person;
  return tx.$executeRaw`
    UPDATE import_reject r SET value = ${INSTEAD} WHERE r.tenant_id = ${session.workspace.id}::uuid AND r.value <> ${INSTEAD} AND (
      r.value = ${externalId} OR position(lower(${email}) in lower(r.value)) > 0
      OR EXISTS (SELECT 1 FROM import_row w WHERE w.tenant_id = ${session.workspace.id}::uuid AND w.import_id = r.import_id
        AND w.line = r.line AND w.entity = 'customer' AND w.row_id = ${id}::uuid))`;
}

async function blankLedger(tx: TenantTx, session: Session, id: string): Promise<number> {
  return tx.$executeRaw`
    UPDATE import_row SET before = NULL
    WHERE tenant_id = ${session.workspace.id}::uuid AND entity = 'customer' AND row_id = ${id}::uuid AND before IS NOT NULL`;
}

/** Saved views that look for them; an address of a page writes some letters in other ways. */
async function deleteViews(
  tx: TenantTx,
  session: Session,
  words: readonly string[],
): Promise<number> {
  const spellings = words.flatMap((word) => {
    const encoded = encodeURIComponent(word);
    return [word, encoded, encoded.replaceAll("%20", "+")];
  });
  return tx.$executeRaw`
    DELETE FROM saved_view v WHERE v.tenant_id = ${session.workspace.id}::uuid AND EXISTS (
      SELECT 1 FROM unnest(${spellings}::text[]) word WHERE position('=' || lower(word) in lower(v.query)) > 0)`;
}

async function replaceWords(tx: TenantTx, words: string, id: string | null): Promise<number> {
  const [row] = await tx.$queryRaw<{ changed: number }[]>`
    SELECT replace_words(${words}, ${INSTEAD}, ${id}::uuid) AS changed`;
  return row?.changed ?? 0;
}

async function countPlaces(tx: TenantTx, words: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ places: number }[]>`
    SELECT count(*)::int AS places FROM find_words(${words})`;
  return row?.places ?? 0;
}
