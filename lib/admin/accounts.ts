import { randomInt } from "node:crypto";
import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { hashPassword } from "#lib/auth/password.ts";
import { DomainError } from "#lib/errors/index.ts";

export type Person = { email: string; name: string; password?: string | undefined };
export type MadeAccount = {
  id: string;
  email: string /** Made up now, to be shown once. */;
  generatedPassword: string | null;
};

/**
 * The account of that address, made when there is none; the operator vouches that the address is right. An account that
 * exists keeps its name, and its password unless one is given: then its sessions end. An account whose address was never
 * verified may be a stranger's who named it first: it loses all that opens it, and gets a new password.
 */
export async function ensureAccount(client: pg.Client, person: Person): Promise<MadeAccount> {
  const { rows } = await client.query<{ id: string }>("SELECT id FROM account WHERE email = $1", [
    person.email,
  ]);
  if (!rows[0]) return makeAccount(client, person);
  const { id } = rows[0];
  const isCleared = await clearUnverified(client, id);
  const generatedPassword = isCleared && person.password === undefined ? randomPassword() : null;
  const password = person.password ?? generatedPassword;
  if (password !== null) {
    await client.query(
      `UPDATE account SET password_hash = $2, session_version = session_version + 1,
         email_verified_at = coalesce(email_verified_at, now()) WHERE id = $1`,
      [id, await hashPassword(password)],
    );
  }
  return { id, email: person.email, generatedPassword };
}

/** Whether the address was unverified: then nothing that somebody set up there opens the account any more. */
async function clearUnverified(client: pg.Client, id: string): Promise<boolean> {
  // Only the definer role may touch links, codes and sessions; the owner of the tables may become it.
  await client.query("SET LOCAL ROLE app_definer");
  const { rows } = await client.query<{ answer: boolean }>(
    "SELECT clear_unverified_account($1) AS answer",
    [id],
  );
  await client.query("RESET ROLE");
  return rows[0]?.answer === true;
}

async function makeAccount(client: pg.Client, person: Person): Promise<MadeAccount> {
  const generatedPassword = person.password === undefined ? randomPassword() : null;
  const id = uuidv7();
  await client.query(
    "INSERT INTO account (id, email, name, password_hash, email_verified_at) VALUES ($1, $2, $3, $4, now())",
    [id, person.email, person.name, await hashPassword(person.password ?? generatedPassword ?? "")],
  );
  return { id, email: person.email, generatedPassword };
}

/**
 * The account of that address.
 *
 * @throws DomainError `not_found` when no active account has it
 */
export async function findActiveAccount(client: pg.Client, email: string): Promise<{ id: string }> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM account WHERE email = $1 AND disabled_at IS NULL",
    [email],
  );
  if (!rows[0]) throw new DomainError("not_found", `Nobody has an account with ${email}.`);
  return rows[0];
}

/** Letters that are not mistaken for each other when typed from paper; 20 of them carry 99 bits. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

function randomPassword(): string {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
