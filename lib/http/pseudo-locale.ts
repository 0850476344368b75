import "server-only";
import { cookies } from "next/headers";
import { env } from "#lib/env.ts";

/** The cookie that asks for the test language, where PSEUDO_LOCALE allows it. */
const COOKIE = "pseudo-locale";

/** Whether this request is answered in the test language of lib/format/pseudo-locale.ts. */
export async function isPseudoLocale(): Promise<boolean> {
  // The cookie first: a build has no environment, and no cookies either.
  return (await cookies()).has(COOKIE) && env().PSEUDO_LOCALE;
}
