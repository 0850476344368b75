import { createHash, randomBytes } from "node:crypto";
import { generateSync } from "otplib";
import { expect, type Page } from "playwright/test";
import { asOwner } from "./owner.ts";

export type NewPerson = { name: string; email: string; password: string; workspace: string };

const STEP_SECONDS = 30;

/** Somebody who was never here before. */
export function newPerson(): NewPerson {
  const mark = randomBytes(5).toString("hex");
  return {
    name: "Ana Sol",
    email: `ana-${mark}@example.com`,
    password: "a few quiet words",
    workspace: `North Sea ${mark}`,
  };
}

/** Sign up by the form; ends in the new workspace, and returns its slug. */
export async function signUp(page: Page, person: NewPerson): Promise<string> {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByLabel("Workspace").fill(person.workspace);
  await page.getByRole("button", { name: "Make the workspace" }).click();
  await page.waitForURL(/\/w\//);
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

/** The first step of a sign-in by the form that is open. */
export async function givePassword(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Codes of an authenticator, each of a later step than the one before: every step opens once. */
export function authenticator(secret: string): { next: () => Promise<string> } {
  let lastStep = 0;
  const stepNow = () => Math.floor(Date.now() / 1000 / STEP_SECONDS);
  const next = async () => {
    // One step ahead is accepted, so most of the time there is nothing to wait for.
    await expect.poll(() => stepNow() + 1 > lastStep, { timeout: 40_000 }).toBe(true);
    lastStep = Math.max(stepNow(), lastStep + 1);
    return generateSync({ secret, epoch: lastStep * STEP_SECONDS });
  };
  return { next };
}

/** Turn the second step on in the page that is open; returns the secret and the recovery codes shown. */
export async function turnOnTwoStep(page: Page) {
  await page.getByRole("button", { name: "Set up two-step sign-in" }).click();
  const secret = ((await page.locator("[data-secret]").textContent()) ?? "").replace(/\s/g, "");
  const app = authenticator(secret);
  await page.getByLabel("Code of six digits").fill(await app.next());
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByRole("heading", { name: "Your ten recovery codes" })).toBeFocused();
  const recoveryCodes = await page
    .getByRole("list", { name: "Your ten recovery codes" })
    .getByRole("listitem")
    .allInnerTexts();
  return { app, recoveryCodes };
}

/** A link's secret as a mail would bring it. */
export async function tokenFor(
  email: string,
  purpose: "verify_email" | "reset_password",
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const sha256 = createHash("sha256").update(token).digest("hex");
  await asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE app_definer");
    await client.query(
      "SELECT make_account_token($1, $2, (SELECT id FROM account WHERE email = $3), now() + interval '1 hour')",
      [sha256, purpose, email],
    );
    await client.query("COMMIT");
  });
  return token;
}

/** Sign out by the menu. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL(/\/sign-in/);
}
