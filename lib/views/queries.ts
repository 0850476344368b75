import "server-only";
import { type MemberSession, mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { holdsSearch } from "./schema.ts";
import type { SavedView, ViewList } from "./types.ts";

const MOST_VIEWS = 100;

/** One's own views of a list and those shared with everybody, by name, without what this person may not read; the first 100. */
export async function listViews(
  tx: TenantTx,
  session: MemberSession,
  list: ViewList,
): Promise<SavedView[]> {
  const { actor } = session;
  const views = await tx.savedView.findMany({
    where: { list, OR: [{ membershipId: actor.membershipId }, { isShared: true }] },
    select: { id: true, name: true, query: true, isShared: true, membershipId: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_VIEWS,
  });
  return views
    .map(({ membershipId, ...view }) => ({ ...view, isOwn: membershipId === actor.membershipId }))
    .filter(({ isOwn, query }) => isOwn || mayReadPersonalData(session) || !holdsSearch(query));
}

/** @throws DomainError `invalid_input` when everybody would see a view that looks for somebody */
export function requireShareable({ query, isShared }: Pick<SavedView, "query" | "isShared">): void {
  if (!isShared || !holdsSearch(query)) return;
  throw new DomainError(
    "invalid_input",
    "A view with a search cannot be shared: what is searched for may be personal data. Clear the search first.",
  );
}

/** The membership whose views these are. @throws DomainError `forbidden` for keys, jobs and the operator */
export function viewOwner({ actor }: Session): string {
  if (actor.kind === "member") return actor.membershipId;
  throw new DomainError("forbidden", "Views belong to people. Sign in to save one.");
}

type OwnView = { id: string; list: string; name: string; query: string; isShared: boolean };

/** A view of one's own; what others saved is theirs to change. @throws DomainError `not_found`, `forbidden` */
export async function getOwnView(tx: TenantTx, session: Session, viewId: string): Promise<OwnView> {
  const view = await tx.savedView.findFirst({
    where: { id: viewId, membershipId: viewOwner(session) },
    select: { id: true, list: true, name: true, query: true, isShared: true },
  });
  if (!view) throw new DomainError("not_found", "This view does not exist, or it is not yours.");
  return view;
}

/** @throws DomainError `conflict` when another view of one's own has the name */
export async function requireFreeViewName(
  tx: TenantTx,
  session: Session,
  { list, name }: { list: string; name: string },
): Promise<void> {
  const same = await tx.savedView.findFirst({
    where: { membershipId: viewOwner(session), list, name },
    select: { id: true },
  });
  if (!same) return;
  const message = `You have a view called ${name} already. Choose another name.`;
  throw new DomainError("conflict", message, { fields: { name: [message] } });
}
