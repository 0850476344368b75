import { z } from "zod";
import { ROLES } from "#lib/auth/permissions.ts";

/** Fields that several commands share. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("This is not an e-mail address."));
export const PersonName = z
  .string()
  .trim()
  .min(1, "The name is empty.")
  .max(120, "The name is longer than 120 characters.");
export const Password = z
  .string()
  .min(8, "The password must have at least 8 characters.")
  .max(200, "The password must have at most 200 characters.");

export const Slug = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/,
    "Use up to 48 lower-case letters, digits and hyphens, such as alder-finch.",
  );
export const RoleName = z.enum(ROLES, { error: `Use one of ${ROLES.join(", ")}.` });
