"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import {
  ChangeRole,
  changeRole,
  deactivateMember,
  InvitationId,
  InviteMembers,
  inviteMembers,
  reactivateMember,
  renewInvitation,
  revokeInvitation,
  SeenMember,
  TransferOwnership,
  transferOwnership,
} from "#lib/members/index.ts";
import { letterWriter } from "./letter-writer.ts";

/** Invite people; the links come back once. */
export const inviteMembersAction = tenantAction({
  permission: "member:write",
  input: InviteMembers,
  run: async (tx, session, input) =>
    inviteMembers(tx, session, input, { write: await letterWriter(session) }),
  after: refresh,
});

/** Make a new link for an open invitation; it comes back once. */
export const renewInvitationAction = tenantAction({
  permission: "member:write",
  input: InvitationId,
  run: async (tx, session, input) =>
    renewInvitation(tx, session, input, { write: await letterWriter(session) }),
  after: refresh,
});

/** Take an open invitation back. */
export const revokeInvitationAction = tenantAction({
  permission: "member:write",
  input: InvitationId,
  run: revokeInvitation,
  after: refresh,
});

/** Give a member another role. */
export const changeRoleAction = tenantAction({
  permission: "member:write",
  input: ChangeRole,
  run: changeRole,
  after: refresh,
});

/** Shut a member out. */
export const deactivateMemberAction = tenantAction({
  permission: "member:write",
  input: SeenMember,
  run: deactivateMember,
  after: refresh,
});

/** Let a deactivated member in again. */
export const reactivateMemberAction = tenantAction({
  permission: "member:write",
  input: SeenMember,
  run: reactivateMember,
  after: refresh,
});

/** Give the ownership on. */
export const transferOwnershipAction = tenantAction({
  permission: "member:write",
  input: TransferOwnership,
  run: transferOwnership,
  after: refresh,
});

function refresh(session: MemberSession): void {
  revalidatePath(`/w/${session.workspace.slug}/settings`, "layout");
}
