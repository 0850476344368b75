/** Why a sign-in at the provider came to nothing, as the address of the sign-in page says it. */
export const OIDC_PROBLEMS = [
  "failed",
  "away",
  "noEmail",
  "unverifiedEmail",
  "unverifiedAccount",
  "closed",
  "disabled",
] as const;
export type OidcProblem = (typeof OIDC_PROBLEMS)[number];

/** The problem that `?oidc=` names; null without one, and "failed" for a word we do not know. */
export function oidcProblemOf(word: unknown): OidcProblem | null {
  if (word === undefined) return null;
  return OIDC_PROBLEMS.find((problem) => problem === word) ?? "failed";
}
