import type { Actor } from "#lib/auth/types.ts";

/** Who keeps a persona true; null for nobody. */
export type Responsible = { id: string; deactivatedAt: Date | null } | null;

/** Whether somebody answers for a persona: its responsible member, or, without an active one, every owner. */
export function answersFor(actor: Actor, responsible: Responsible): boolean {
  if (actor.kind !== "member") return false;
  if (responsible && responsible.deactivatedAt === null)
    return responsible.id === actor.membershipId;
  return actor.role === "owner";
}
