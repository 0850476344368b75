import { z } from "zod";

/** Length beats variety (NIST SP 800-63B §3.1.1): no rule asks for digits or signs. */
const SHORTEST = 10;
const LONGEST = 200;

/** Ten characters or more that everybody tries first. */
const WELL_KNOWN: ReadonlySet<string> = new Set([
  "1234567890",
  "0123456789",
  "12345678910",
  "123456789a",
  "1q2w3e4r5t",
  "qwertyuiop",
  "password12",
  "password123",
  "password1234",
  "passw0rd123",
  "letmein123",
  "iloveyou123",
  "welcome123",
  "administrator",
  "throughline",
]);

/** A password somebody chooses now. */
export const NewPassword = z
  .string()
  .min(SHORTEST, {
    error: `Use at least ${SHORTEST} characters: a few words that belong together only for you.`,
    abort: true,
  })
  .max(LONGEST, `Use at most ${LONGEST} characters.`)
  .refine((password) => !WELL_KNOWN.has(password.toLowerCase()) && new Set(password).size > 3, {
    error: "This password is among the first that are tried. Choose another.",
  });
