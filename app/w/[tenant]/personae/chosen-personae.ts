import { notFound } from "next/navigation";
import type { MemberSession } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { type CardWithStages, listPersonaeWithStages } from "#lib/personae/index.ts";

const MOST_CHOSEN = 40;

/**
 * The active personae that `?id=` names, those of the most valuable segments first, each with its stages; an id that is none is left out, and where
 * nothing is found of any, neither is the page.
 */
export async function chosenPersonae(
  session: MemberSession,
  asked: string | string[] | undefined,
): Promise<CardWithStages[]> {
  const ids = [asked ?? []].flat().filter(isId).slice(0, MOST_CHOSEN);
  if (ids.length === 0) return [];
  const found = await withTenant(session, "persona:read", (tx) =>
    listPersonaeWithStages(tx, session, ids),
  );
  if (found.length === 0) notFound();
  return found;
}
