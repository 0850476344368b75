import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import { idInPageKey, plainPageKey } from "#lib/db/page-key.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import { evidenceRatio } from "../evidence-ratio.ts";
import { matchingPersonae, type PersonaQuery, personaeAddress } from "../filter.ts";
import type { ClaimRecord, PersonaRecord, PersonaWithClaims } from "../schema.ts";
import type { Claim } from "../types.ts";
import { listClaims } from "./claims.ts";
import { TEXTS } from "./list-personae.ts";

const LIST = "personae";
const RECORD = {
  ...{ ...TEXTS, id: true, name: true, archivedAt: true },
  segment: { select: { id: true, name: true } },
} as const;

type Row = Omit<PersonaRecord, "segmentId" | "segment" | "isArchived"> & {
  segment: { id: string; name: string };
  archivedAt: Date | null;
};

/**
 * Personae that match as the API hands them out, archived ones too, in the order they were made.
 *
 * @throws DomainError `invalid_input` for another key
 */
export async function listPersonaRecords(
  tx: TenantTx,
  session: Session,
  { after, limit }: PageRequest,
  query: PersonaQuery = personaeAddress.usual,
): Promise<Page<PersonaRecord>> {
  const afterId = idInPageKey(LIST, after);
  const from = afterId === null ? {} : { id: { gt: afterId } };
  const rows = await tx.persona.findMany({
    where: { AND: [from, await narrowed(tx, session, query)] },
    select: RECORD,
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map(toRecord);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? plainPageKey(LIST, last.id) : null };
}

/** Only those that match, by their ids: what is stale is no column. */
async function narrowed(tx: TenantTx, session: Session, query: PersonaQuery) {
  if (personaeAddress.countFilters(query) === 0) return {};
  const rows = await tx.persona.findMany({
    select: { id: true, name: true, segment: { select: { id: true, name: true } } },
  });
  const claims = await listClaims(
    tx,
    session,
    rows.map(({ id }) => id),
  );
  const known = rows.map((row) => ({
    ...{ ...row, isMine: false, ratio: evidenceRatio(claims.get(row.id) ?? []) },
  }));
  return { id: { in: matchingPersonae(known, query).map(({ id }) => id) } };
}

/** One persona with its claims as the API hands it out. @throws DomainError `not_found` */
export async function getPersonaRecord(
  tx: TenantTx,
  session: Session,
  id: string,
): Promise<PersonaWithClaims> {
  const row = isId(id) ? await tx.persona.findFirst({ where: { id }, select: RECORD }) : null;
  if (!row) throw new DomainError("not_found", "This persona does not exist.");
  const claims = (await listClaims(tx, session, [row.id])).get(row.id) ?? [];
  return { ...toRecord(row), claims: claims.map(toClaim), evidence: evidenceRatio(claims) };
}

/** One claim as the API hands it out. @throws DomainError `not_found` */
export async function getClaimRecord(
  tx: TenantTx,
  session: Session,
  { personaId, id }: { personaId: string; id: string },
): Promise<ClaimRecord> {
  const claims = isId(personaId) ? await listClaims(tx, session, [personaId]) : null;
  const claim = claims?.get(personaId)?.find((each) => each.id === id);
  if (!claim) throw new DomainError("not_found", "This claim does not exist.");
  return toClaim(claim);
}

function toRecord({ segment, archivedAt, ...row }: Row): PersonaRecord {
  const { id: segmentId, name } = segment;
  return { ...row, segmentId, segment: name, isArchived: archivedAt !== null };
}

function toClaim(claim: Claim): ClaimRecord {
  const { id, statement, confidence, expiresOn, reviewedOn, isStale, evidence } = claim;
  const { supports, contradicts } = evidence;
  return { id, statement, confidence, expiresOn, reviewedOn, isStale, supports, contradicts };
}
