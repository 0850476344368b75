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
  /** Finds the request in the log; absent for jobs and the command line */
  readonly requestId?: string;
};

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

/** How a person wants to see things; null means "like the workspace". */
export type Preferences = {
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly theme: Theme;
  readonly density: Density;
  /** Whether shortcuts of one letter work */
  readonly hasSingleKeys: boolean;
};

/** Somebody who is signed in, whatever workspace they are in. */
export type SignedIn = {
  readonly sessionId: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly isEmailVerified: boolean;
  readonly preferences: Preferences;
  /** Every workspace this person may switch to, the last used first. */
  readonly workspaces: readonly { readonly slug: string; readonly name: string }[];
};

/** How numbers, amounts and instants are written for this person: their own choice, else the workspace's. */
export type Formats = {
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
};

/** A session of a signed-in person, as pages and actions get it. */
export type MemberSession = Session & {
  readonly actor: Extract<Actor, { kind: "member" }>;
  readonly person: SignedIn;
  readonly formats: Formats;
};

/** Whether names, e-mail addresses and other personal data may be shown. */
export function mayReadPersonalData(session: Session): boolean {
  return session.permissions.has("customer:personal");
}
