import type { Permission, Role } from "./permissions.ts";

/** The workspace a transaction is tied to, as every number and date on a screen needs it. */
export type Workspace = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** ISO 4217 */
  readonly currency: string;
  /** IANA name */
  readonly timeZone: string;
  /** BCP 47 */
  readonly locale: string;
};

/** Who acts: a signed-in member, an API key, a job or the operator's command line. */
export type Actor =
  | {
      readonly kind: "member";
      readonly accountId: string;
      readonly membershipId: string;
      readonly role: Role;
      readonly name: string;
      readonly email: string;
      readonly departmentIds: readonly string[];
    }
  | { readonly kind: "api_key"; readonly keyId: string }
  | { readonly kind: "job" }
  | { readonly kind: "operator" };

/** Who acts, where, and what they may do: what `withTenant` asks for. */
export type Session = {
  readonly workspace: Workspace;
  readonly actor: Actor;
  readonly permissions: ReadonlySet<Permission>;
};

/** A session of a signed-in person, as pages and actions get it. */
export type MemberSession = Session & {
  readonly actor: Extract<Actor, { kind: "member" }>;
  /** Every workspace this person may switch to, the current one included. */
  readonly workspaces: readonly { readonly slug: string; readonly name: string }[];
};

/** Whether names, e-mail addresses and other personal data may be shown. */
export function mayReadPersonalData(session: Session): boolean {
  return session.permissions.has("customer:personal");
}
