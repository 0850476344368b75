import { randomInt } from "node:crypto";
import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { hashPassword } from "#lib/auth/password.ts";

export type Person = { email: string; name: string; password?: string | undefined };
export type MadeAccount = {
  id: string;
  email: string /** Made up now, to be shown once. */;
  generatedPassword: string | null;
};

/**
 * The account of that address, made when there is none; the operator vouches that the address is right. An account that exists keeps its name, and its password unless
 * one is given: then its sessions end.
 */
export async function ensureAccount(client: pg.Client, person: Person): Promise<MadeAccount> {
  const { rows } = await client.query<{ id: string }>("SELECT id FROM account WHERE email = $1", [
    person.email,
  ]);
  if (!rows[0]) return makeAccount(client, person);
  await client.query(
    "UPDATE account SET email_verified_at = coalesce(email_verified_at, now()) WHERE id = $1",
    [rows[0].id],
  );
  if (person.password !== undefined) {
    await client.query(
      "UPDATE account SET password_hash = $2, session_version = session_version + 1 WHERE id = $1",
      [rows[0].id, await hashPassword(person.password)],
    );
  }
  return { id: rows[0].id, email: person.email, generatedPassword: null };
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

/** Letters that are not mistaken for each other when typed from paper; 20 of them carry 99 bits. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

function randomPassword(): string {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
