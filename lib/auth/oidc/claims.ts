import { z } from "zod";

/** A person as an OpenID provider vouches for them. */
export type ProviderPerson = {
  issuer: string;
  subject: string;
  /** In lower case; null when the provider gives none */
  email: string | null;
  isEmailVerified: boolean;
  name: string;
};

const NAME_LENGTH = 120;

const Claims = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: z.email().max(254).nullish().catch(null),
  // Some providers write the boolean as a word.
  email_verified: z.union([z.boolean(), z.stringbool()]).nullish().catch(false),
  name: z.string().nullish().catch(null),
  preferred_username: z.string().nullish().catch(null),
});

/** The claims of an ID token whose signature, nonce and audience were checked, as a person. Throws without a subject. */
export function personOfClaims(claims: unknown): ProviderPerson {
  const { iss, sub, email, email_verified, name, preferred_username } = Claims.parse(claims);
  const address = email?.toLowerCase() ?? null;
  const called = name?.trim() || preferred_username?.trim() || address?.split("@")[0] || sub;
  return {
    issuer: iss,
    subject: sub,
    email: address,
    isEmailVerified: email_verified === true,
    name: called.slice(0, NAME_LENGTH),
  };
}
