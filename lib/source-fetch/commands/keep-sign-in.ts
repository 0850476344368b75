import "server-only";
import { seal, unseal } from "#lib/auth/seal.ts";
import type { SignIn } from "../types.ts";

/** The value of the header `Authorization`, as the database keeps it: it opens for its source only. */
export function sealSignIn(
  signIn: SignIn,
  { userName, secret }: { userName: string; secret: string },
  sourceId: string,
): string | null {
  const header = headerOf(signIn, userName, secret);
  return header === null ? null : seal(header, "fetch_secret", sourceId);
}

/** The header that was sealed; null when it does not open, as under another APP_SECRET. */
export function openSignIn(sealed: string, sourceId: string): string | null {
  return unseal(sealed, "fetch_secret", sourceId);
}

function headerOf(signIn: SignIn, userName: string, secret: string): string | null {
  switch (signIn) {
    case "none":
      return null;
    case "bearer":
      return `Bearer ${secret}`;
    case "basic":
      return `Basic ${Buffer.from(`${userName}:${secret}`, "utf8").toString("base64")}`;
  }
}
