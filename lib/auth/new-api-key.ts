import "server-only";
import { randomInt } from "node:crypto";
import { hashOfToken } from "./secret-token.ts";

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** 40 of 62 letters: 238 bits. */
const LENGTH = 40;
const PREFIX_LENGTH = 10;

/** The secret of an API key to show once, how it starts, and the hash to store. */
export function newApiKey(): { key: string; prefix: string; sha256: string } {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]);
  const key = `tl_${letters.join("")}`;
  return { key, prefix: key.slice(0, PREFIX_LENGTH), sha256: hashOfToken(key) };
}
