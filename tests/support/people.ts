import { randomUUID } from "node:crypto";
import type { Role } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import { openSession, withAccounts } from "#lib/db/accounts.ts";
import { resolveSession } from "#lib/db/directory.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { createDepartment } from "#lib/departments/index.ts";
import type { WriteLetter } from "#lib/members/index.ts";
import type { TestTenant } from "./tenant.ts";

/** The membership of the test workspace's member of that role. */
export function memberIdOf(tenant: TestTenant, role: Role): string {
  const { actor } = tenant.sessionAs(role);
  if (actor.kind !== "member") throw new Error("A test session is a member's.");
  return actor.membershipId;
}

/** A member as they stand in the database now. */
export async function readMember(session: Session, id: string) {
  return withTenant(session, "member:read", (tx) =>
    tx.membership.findFirstOrThrow({
      where: { id },
      select: {
        id: true,
        role: true,
        version: true,
        deactivatedAt: true,
        accessChangedAt: true,
        departments: { select: { departmentId: true } },
      },
    }),
  );
}

/** A new department. */
export async function addDepartment(
  session: Session,
  name: string,
  parentId: string | null = null,
): Promise<string> {
  const { id } = await withTenant(session, "department:write", (tx) =>
    createDepartment(tx, session, { name, parentId }),
  );
  return id;
}

/** The events of one object, the oldest first, as "action" with their fields. */
export async function readEvents(session: Session, objectId: string) {
  return withTenant(session, "workspace:read", (tx) =>
    tx.auditEvent.findMany({
      where: { objectId },
      select: { action: true, before: true, after: true, actorKind: true, actorId: true },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    }),
  );
}

export const writeTestLetter: WriteLetter = ({ name, url }) => ({
  subject: "Invitation",
  paragraphs: [`Hello ${name}`],
  link: { label: "Open", href: url },
  reason: "A test invited you.",
});

/** Sign the member of a session in, in a browser of its own; returns the id of the browser's session. */
export async function openTestSession({ actor }: Session): Promise<string> {
  if (actor.kind !== "member") throw new Error("A test session is a member's.");
  const id = randomUUID();
  const expiresAt = new Date(Date.now() + 60_000);
  const session = { id, accountId: actor.accountId, version: 1, expiresAt };
  await withAccounts((tx) => openSession(tx, { ...session, userAgent: "", callerAddress: "" }));
  return id;
}

/** What the session of a browser may enter now; null when nothing. */
export async function enteredBy(sessionId: string) {
  const [row] = await resolveSession(sessionId);
  return row?.membership ?? null;
}
