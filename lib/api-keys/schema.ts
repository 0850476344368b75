import { z } from "zod";
import { SCOPES, type Scope } from "#lib/auth/permissions.ts";
import { scopeField } from "./scope-field.ts";
import { EXPIRIES } from "./types.ts";

const Name = z
  .string()
  .trim()
  .min(1, "Say what the key is for.")
  .max(120, "The name is longer than 120 characters.");

/** A key to make, from a form: a ticked scope is a field of its own. */
export const CreateApiKey = z
  .looseObject({
    name: Name,
    expiry: z.enum(EXPIRIES, { error: "Choose how long the key may be used." }),
  })
  // Asked also where another field is bad, so that all are marked at once.
  .refine((fields) => scopesIn(fields).length > 0, {
    error: "Tick at least one thing the key may do.",
    path: ["scopes"],
    when: () => true,
  })
  .transform(({ name, expiry, ...rest }) => ({
    name,
    expiresInDays: expiry === "never" ? null : Number(expiry),
    scopes: scopesIn(rest),
  }));
export type CreateApiKey = z.output<typeof CreateApiKey>;

export const RevokeApiKey = z.object({ keyId: z.uuid() });
export type RevokeApiKey = z.output<typeof RevokeApiKey>;

function scopesIn(fields: object): Scope[] {
  return SCOPES.filter((scope) => scopeField(scope) in fields);
}
