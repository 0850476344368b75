export { changeDepartments } from "./commands/change-departments.ts";
export { changeRole } from "./commands/change-role.ts";
export { deactivateMember } from "./commands/deactivate-member.ts";
export { inviteMembers } from "./commands/invite-members.ts";
export { acceptAsSelf, joinWorkspace } from "./commands/join-workspace.ts";
export type { WriteLetter } from "./commands/make-link.ts";
export { reactivateMember } from "./commands/reactivate-member.ts";
export { renewInvitation } from "./commands/renew-invitation.ts";
export { revokeInvitation } from "./commands/revoke-invitation.ts";
export { transferOwnership } from "./commands/transfer-ownership.ts";
export { getMember, getPeople, listDepartmentNames, listOwnerNames } from "./queries.ts";
export {
  ChangeDepartments,
  ChangeRole,
  InvitationId,
  InvitationToken,
  InviteMembers,
  JoinWorkspace,
  SeenMember,
  TransferOwnership,
} from "./schema.ts";
