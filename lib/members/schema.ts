import { z } from "zod";
import { NewPassword } from "#lib/auth/new-password.ts";
import { ROLES } from "#lib/auth/permissions.ts";
import { parseAddresses } from "./parse-addresses.ts";

const MOST_AT_ONCE = 50;
const MOST_DEPARTMENTS = 200;

const RoleChoice = z.enum(ROLES, { error: "Choose a role." });
const Version = z.coerce.number().int().positive();

/** Ids with commas between, as ticked boxes send them; absent when none is ticked. */
export const IdList = z
  .string()
  .default("")
  .transform((text) => [...new Set(text.split(",").filter((id) => id !== ""))])
  .pipe(z.array(z.uuid("This is not one of the choices.")).max(MOST_DEPARTMENTS));

/** One member as the person who changes them saw them. */
const Seen = z.object({ memberId: z.uuid(), version: Version });

const Invitees = z.string().transform((text, context) => {
  const { invitees, bad } = parseAddresses(text);
  const refuse = (message: string) => context.addIssue({ code: "custom", message });
  if (bad.length > 0) refuse(`Not an e-mail address: ${bad.slice(0, 5).join(", ")}`);
  else if (invitees.length === 0) refuse("Give at least one e-mail address.");
  else if (invitees.length > MOST_AT_ONCE) refuse(`Invite at most ${MOST_AT_ONCE} people at once.`);
  return invitees;
});

export const InviteMembers = z.object({
  emails: Invitees,
  role: RoleChoice,
  departmentIds: IdList,
});
export type InviteMembers = z.output<typeof InviteMembers>;

export const InvitationId = z.object({ invitationId: z.uuid() });
export type InvitationId = z.output<typeof InvitationId>;

export const ChangeRole = Seen.extend({ role: RoleChoice });
export type ChangeRole = z.output<typeof ChangeRole>;

export const ChangeDepartments = Seen.extend({ departmentIds: IdList });
export type ChangeDepartments = z.output<typeof ChangeDepartments>;

export const SeenMember = Seen;
export type SeenMember = z.output<typeof SeenMember>;

export const TransferOwnership = Seen.extend({
  /** Typed to confirm */
  workspaceName: z.string().trim(),
  /** What the giver becomes */
  ownRole: RoleChoice,
});
export type TransferOwnership = z.output<typeof TransferOwnership>;

/** The link of an invitation; `mail` is there when it came by mail. */
export const InvitationToken = z.object({
  token: z.string().max(100),
  mail: z.string().max(100).default(""),
});
export type InvitationToken = z.output<typeof InvitationToken>;

/** Somebody without an account accepts an invitation. */
export const JoinWorkspace = InvitationToken.extend({
  name: z
    .string()
    .trim()
    .min(1, "Give your name as others should read it.")
    .max(120, "Use at most 120 characters."),
  password: NewPassword,
});
export type JoinWorkspace = z.output<typeof JoinWorkspace>;
