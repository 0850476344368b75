import type { InvitationState } from "./types.ts";

export type InvitationDates = {
  acceptedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date;
};

/** Days a link is good. */
export const INVITATION_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** When a link made now ends. */
export function invitationEnd(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
}

/** What has become of an invitation; its last moment is the one before `expiresAt`. */
export function invitationState(
  { acceptedAt, revokedAt, expiresAt }: InvitationDates,
  now: Date,
): InvitationState | "accepted" | "revoked" {
  if (acceptedAt) return "accepted";
  if (revokedAt) return "revoked";
  return expiresAt.getTime() > now.getTime() ? "open" : "expired";
}
