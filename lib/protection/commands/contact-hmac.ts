import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { env } from "#lib/env.ts";

export type ContactKind = "number" | "email";

/** What the ledger of erasures knows of a contact: a hash under a key of this installation, so that it names nobody. */
export function contactHmac(kind: ContactKind, contact: string): string {
  const words = kind === "email" ? contact.toLowerCase() : contact;
  return createHmac("sha256", ledgerKey()).update(`${kind}:${words}`).digest("hex");
}

/** Tells whether a ledger was written under the key of this installation. */
export function ledgerKeyCheck(): string {
  return createHmac("sha256", ledgerKey()).update("check").digest("hex").slice(0, 16);
}

function ledgerKey(): Buffer {
  return Buffer.from(hkdfSync("sha256", env().APP_SECRET, "", "throughline erasure ledger", 32));
}
