import type { Role } from "#lib/auth/permissions.ts";

/** A department by name, as it stands beside a person. */
export type DepartmentRef = { id: string; name: string };

/** A person in the workspace. Instants are ISO 8601 in UTC. */
export type MemberRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  departments: readonly DepartmentRef[];
  hasTwoSteps: boolean;
  /** Last use of this workspace; null when never, or when the sessions are gone */
  seenAt: string | null;
  /** null for an active member */
  deactivatedAt: string | null;
  version: number;
};

/** What a workspace would miss without a person. */
export type Dependents = {
  /** Departments the person heads */
  headOf: readonly DepartmentRef[];
  savedViews: number;
  sharedViews: number;
  /** Invitations the person sent that are still open */
  openInvitations: number;
};

export type MemberDetail = MemberRow & {
  dependents: Dependents;
  /** Nobody else could give the role back */
  isLastOwner: boolean;
};

export type InvitationState = "open" | "expired";

/** Somebody who is invited and has not come yet. */
export type InvitationRow = {
  id: string;
  email: string;
  name: string;
  role: Role;
  departments: readonly DepartmentRef[];
  /** null when the operator invited, or whoever did is gone */
  invitedBy: string | null;
  state: InvitationState;
  expiresAt: string;
};

/** The page of members: who is or was here, who is invited, and the departments to choose from. */
export type People = {
  members: MemberRow[];
  invitations: InvitationRow[];
  departments: DepartmentRef[];
};

/** Whether the link was also sent by mail, and why not. */
export type InvitationMail = "sent" | "off" | "unverified" | "too_many";

/** A link that was just made: it is shown now and never again. */
export type InvitationLink = {
  email: string;
  url: string;
  mail: InvitationMail;
  /** The address had an open invitation, whose link is no good any more. */
  isRenewed: boolean;
};

export type MemberFilter = { search: string; role: Role | null; departmentId: string | null };
