import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { clearFreeText } from "#lib/customers/index.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { forgetAllDeleted, lockDeleted } from "#lib/deleted/index.ts";
import { DomainError } from "#lib/errors/index.ts";
import { clearExcerpts } from "#lib/evidence/index.ts";
import { enqueueCustomerProfile } from "#lib/jobs/enqueue.ts";
import { listPeople, type Person } from "../queries/list-people.ts";
import type { ErasePerson } from "../schema.ts";
import type { ErasureCounts } from "../types.ts";
import { contactHmac } from "./contact-hmac.ts";
import { removeFiles } from "./remove-files.ts";
import { stopImports } from "./stop-imports.ts";

/**
 * Erase a person: every customer with that id or its e-mail address, and whoever was merged with them, loses name, address
 * and attributes and gets a made-up number; former values, merges, rejected rows, saved views and exports that name them go, the files of
 * all imports and dry runs that have ended, and those that wait or run and name them are stopped. Orders and scores stay, so that totals do. A keyed hash of each number and address is kept, by which it is done
 * again after a restore.
 *
 * @throws DomainError `not_found`, `invalid_input` when the number was not typed as it is
 */
export async function erasePerson(
  tx: TenantTx,
  session: Session,
  { customerId, number }: ErasePerson,
): Promise<ErasureCounts> {
  await lockDeleted(tx, session);
  const people = await listPeople(tx, session, customerId);
  const [person] = people;
  if (!person) throw new DomainError("not_found", "There is no such customer.");
  if (number !== person.externalId) {
    const message = `Type the number as it is: ${person.externalId}`;
    throw new DomainError("invalid_input", message, { fields: { number: [message] } });
  }
  const counts = await eraseAll(tx, session, people);
  const { actor } = session;
  await tx.erasure.create({
    data: {
      id: newId(),
      contactHmacs: contactHmacs(people),
      counts: { ...counts },
      requestedBy: actor.kind === "member" ? actor.membershipId : null,
    },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "customer.person_erased",
    object: { type: "customer_list", id: null },
    after: { ...counts },
  });
  return counts;
}

/** The erasure itself, also of somebody the ledger knows already. Called with `lockDeleted` held, taken before any customer is. */
export async function eraseAll(
  tx: TenantTx,
  session: Session,
  people: readonly Person[],
): Promise<ErasureCounts> {
  const contacts = people.flatMap(({ externalId, email }) => [
    externalId,
    ...(email ? [email] : []),
  ]);
  const counts: ErasureCounts = {
    ...{ customers: people.filter(({ isMerged }) => !isMerged).length, ledgerRows: 0, rejects: 0 },
    // First of all: what follows then sees every row that was written.
    stoppedImports: await stopImports(tx, session, [...new Set(contacts)]),
    files: await removeFiles(tx),
    ...{ views: 0, exports: 0, otherRows: 0, left: 0 },
  };
  // What can still be brought back may quote them. Nothing is deleted or brought back meanwhile.
  counts.otherRows += await forgetAllDeleted(tx);
  for (const person of people) await eraseTraces(tx, session, person, counts);
  // One that is being packed saw them too: its job finds nothing to write to, and ends.
  const exports = { status: { in: ["running", "ready"] } };
  counts.exports = (await tx.workspaceExport.deleteMany({ where: exports })).count;
  for (const email of new Set(people.flatMap((each) => each.email ?? []))) {
    counts.otherRows += await replaceWords(tx, email, { instead: `erased-${newId()}`, id: null });
    counts.left += await countPlaces(tx, email);
  }
  // The samples of attributes are found again, without theirs.
  await enqueueCustomerProfile(tx, session.workspace.id);
  return counts;
}

/** What hangs on one number of a person; adds to `counts`. */
async function eraseTraces(
  tx: TenantTx,
  session: Session,
  person: Person,
  counts: ErasureCounts,
): Promise<void> {
  const words = wordsOf(person);
  const instead = `erased-${newId()}`;
  const only = await onlyTheirs(tx, session, person);
  counts.rejects += await blankRejects(tx, session, person, words);
  counts.ledgerRows += await blankLedger(tx, session, person.id);
  counts.otherRows += await clearExcerpts(tx, session, person.id);
  counts.otherRows += await clearFreeText(tx, session, person.id);
  counts.views += await deleteViews(tx, session, [...words, ...only]);
  counts.otherRows += (
    await tx.customerMerge.deleteMany({ where: { survivorId: person.id } })
  ).count;
  for (const word of words)
    counts.otherRows += await replaceWords(tx, word, { instead, id: person.id });
  counts.otherRows += await replaceInAnswers(tx, session, person.externalId, instead);
  await tx.$queryRaw`SELECT blank_customer(${person.id}::uuid, ${instead})::text`;
}

function contactHmacs(people: readonly Person[]): string[] {
  const hmacs = people.flatMap(({ externalId, email }) => [
    contactHmac("number", externalId),
    ...(email ? [contactHmac("email", email)] : []),
  ]);
  return [...new Set(hmacs)];
}

/** What names them; the longest first, since one may stand within another. */
function wordsOf({ externalId, name, email, phone }: Person): string[] {
  const words = [email, name, externalId, phone].flatMap((word) => word?.trim() || []);
  return [...new Set(words)].toSorted((one, other) => other.length - one.length);
}

/** What their attributes say of nobody else. */
async function onlyTheirs(
  tx: TenantTx,
  { workspace }: Session,
  { id, attributes }: Person,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ value: string }[]>`
    SELECT a.value FROM jsonb_each_text(${JSON.stringify(attributes)}::jsonb) a WHERE btrim(a.value) <> ''
      AND NOT EXISTS (SELECT 1 FROM customer c
        WHERE c.tenant_id = ${workspace.id}::uuid AND c.id <> ${id}::uuid AND c.attributes ->> a.key = a.value)`;
  return rows.map(({ value }) => value);
}

/** The rejected values of every line that named them, or that hold what names them. */
async function blankRejects(
  tx: TenantTx,
  session: Session,
  { id, email }: Person,
  words: readonly string[],
): Promise<number> {
  return tx.$executeRaw`
    UPDATE import_reject r SET value = 'erased', reason = 'This row named somebody who was erased.' WHERE r.tenant_id = ${session.workspace.id}::uuid AND r.value <> 'erased' AND (
      position(lower(${email}) in lower(concat_ws(' ', r.value, r.reason))) > 0
      OR EXISTS (SELECT 1 FROM unnest(${[...words]}::text[]) word WHERE concat_ws(' ', r.value, r.reason) ~* word_pattern(word))
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
      SELECT 1 FROM unnest(${spellings}::text[]) word WHERE v.query ~* ('=' || word_pattern(word)))`;
}

/** Answers of the API hold numbers as whole texts of JSON; they stay, so that a request sent again does not bring anybody back. */
function replaceInAnswers(
  tx: TenantTx,
  { workspace }: Session,
  number: string,
  instead: string,
): Promise<number> {
  const given = JSON.stringify(number);
  return tx.$executeRaw`
    UPDATE api_request SET answer = replace(answer, ${given}, ${JSON.stringify(instead)})
    WHERE tenant_id = ${workspace.id}::uuid AND position(${given} in answer) > 0`;
}

type Replacement = { instead: string; id: string | null };

async function replaceWords(
  tx: TenantTx,
  words: string,
  { instead, id }: Replacement,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ changed: number }[]>`
    SELECT replace_words(${words}, ${instead}, ${id}::uuid) AS changed`;
  return row?.changed ?? 0;
}

async function countPlaces(tx: TenantTx, words: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ places: number }[]>`
    SELECT count(*)::int AS places FROM find_words(${words})`;
  return row?.places ?? 0;
}
