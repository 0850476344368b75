import "server-only";
import { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import { decodePageKey, encodePageKey, KeyInstant } from "#lib/db/page-key.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import { type DuplicateDetail, type DuplicateRow, EVIDENCE, type Evidence } from "../duplicates.ts";
import { getCustomer } from "./customer-page.ts";

/** Where a page of candidates ended. */
const PairKey = z.object({ at: KeyInstant, firstId: z.uuid(), secondId: z.uuid() });

const PERSON = { id: true, externalId: true, name: true, email: true, phone: true } as const;

/**
 * Pairs of customers that may be one and nobody has decided on, the last found first. Personal data: ask who may read it.
 *
 * @throws DomainError `invalid_input` when `after` is not a key of this list
 */
export async function listDuplicates(
  tx: TenantTx,
  { after, limit }: PageRequest,
): Promise<Page<DuplicateRow>> {
  const key = decodePageKey("duplicates", PairKey, after);
  const rows = await tx.customerDuplicate.findMany({
    where: { dismissedAt: null, ...(key ? beyond(key) : {}) },
    orderBy: [{ foundAt: "desc" }, { firstId: "desc" }, { secondId: "desc" }],
    take: limit + 1,
    select: {
      firstId: true,
      secondId: true,
      evidence: true,
      foundAt: true,
      first: { select: PERSON },
      second: { select: PERSON },
    },
  });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ first, second, evidence, foundAt }) => ({
      first,
      second,
      evidence: known(evidence),
      foundAt: foundAt.toISOString(),
    })),
    next: last
      ? encodePageKey("duplicates", {
          at: last.foundAt.toISOString(),
          firstId: last.firstId,
          secondId: last.secondId,
        })
      : null,
  };
}

/** How many pairs wait for a decision. */
export function countDuplicates(tx: TenantTx): Promise<number> {
  return tx.customerDuplicate.count({ where: { dismissedAt: null } });
}

/** The two customers of a pair, whole. @throws DomainError `not_found` for a pair that is decided on or none */
export async function getDuplicate(
  tx: TenantTx,
  session: Session,
  firstId: string,
  secondId: string,
): Promise<DuplicateDetail> {
  const isPair = [firstId, secondId].every(isId);
  const pair = isPair
    ? await tx.customerDuplicate.findFirst({ where: { firstId, secondId, dismissedAt: null } })
    : null;
  if (!pair) throw new DomainError("not_found", "Nobody proposes this pair any more.");
  return {
    first: await getCustomer(tx, session, firstId),
    second: await getCustomer(tx, session, secondId),
    evidence: known(pair.evidence),
  };
}

function beyond({ at, firstId, secondId }: z.output<typeof PairKey>) {
  const foundAt = new Date(at);
  return {
    foundAt: { lte: foundAt },
    OR: [
      { foundAt: { lt: foundAt } },
      { firstId: { lt: firstId } },
      { firstId, secondId: { lt: secondId } },
    ],
  };
}

function known(words: readonly string[]): Evidence[] {
  return EVIDENCE.filter((word) => words.includes(word));
}
