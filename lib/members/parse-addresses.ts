import { z } from "zod";

/** Somebody to invite. `name` is "" when only the address was given. */
export type Invitee = { email: string; name: string };

export type Addresses = { invitees: readonly Invitee[]; bad: readonly string[] };

const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
const NAMED = /^(?<name>[^<>]*)<(?<email>[^<>]+)>$/;
const LONGEST_NAME = 120;

/** Addresses one per line or with commas or semicolons between, also as `Mira Vogt <mira@example.com>`; each once. */
export function parseAddresses(text: string): Addresses {
  const invitees = new Map<string, Invitee>();
  const bad: string[] = [];
  const pieces = text.split(/[\n\r,;]+/u).map((piece) => piece.trim());
  for (const piece of pieces.filter((each) => each !== "")) {
    const named = NAMED.exec(piece);
    const email = Email.safeParse(named?.groups?.["email"] ?? piece);
    if (!email.success) bad.push(piece);
    else if (!invitees.has(email.data))
      invitees.set(email.data, { email: email.data, name: nameIn(named?.groups?.["name"]) });
  }
  return { invitees: [...invitees.values()], bad };
}

function nameIn(text = ""): string {
  return text
    .trim()
    .replace(/^"(.*)"$/u, "$1")
    .trim()
    .slice(0, LONGEST_NAME);
}
