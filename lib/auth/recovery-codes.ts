import "server-only";
import { randomInt } from "node:crypto";
import { hashOfToken } from "./secret-token.ts";

/** Letters that are not mistaken for each other when typed from paper; 16 of them carry 79 bits. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;
const CODES = 10;

/** Ten codes to show once, such as "h4kz-9mqp-x2rw-t7ya". */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => Array.from({ length: GROUPS }, newGroup).join("-"));
}

/** What is stored of a recovery code, however it was typed. */
export function hashOfRecoveryCode(code: string): string {
  return hashOfToken(code.toLowerCase().replace(/[^a-z0-9]/g, ""));
}

function newGroup(): string {
  return Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}
