import "server-only";
import { cookies } from "next/headers";
import { DENSITY_COOKIE, THEME_COOKIE } from "#lib/format/look-cookies.ts";
import { isSecure } from "./encrypted-cookie.ts";
import type { Preferences } from "./types.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

type Look = Pick<Preferences, "theme" | "density">;

/** Let the server draw the next page as the person likes it. */
export async function writeLook({ theme, density }: Look): Promise<void> {
  await writeOrDelete(THEME_COOKIE, theme === "system" ? null : theme);
  await writeOrDelete(DENSITY_COOKIE, density === "comfortable" ? null : density);
}

/** The same after a sign-in, where an account that never chose a theme leaves this browser's own. */
export async function followLook(look: Look): Promise<void> {
  if (look.theme !== "system") await writeLook(look);
  else await writeOrDelete(DENSITY_COOKIE, look.density === "comfortable" ? null : look.density);
}

async function writeOrDelete(name: string, value: string | null): Promise<void> {
  const jar = await cookies();
  if (value === null) jar.delete(name);
  // The theme switch writes this cookie too, so scripts of the page may see it: it holds no secret.
  else
    jar.set(name, value, { sameSite: "lax", secure: isSecure(), path: "/", maxAge: YEAR_SECONDS });
}
