import "server-only";
import { env } from "#lib/env.ts";
import type { SignedIn } from "./types.ts";

/** Whether this person looks after the installation: named in OPERATORS, by an address that is known to be theirs. */
export function isOperator(person: SignedIn | null): person is SignedIn {
  return person?.isEmailVerified === true && env().OPERATORS.includes(person.email.toLowerCase());
}
