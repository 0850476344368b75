import type { Page } from "playwright/test";
import { adminJson } from "#tests/support/admin.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";
import {
  givePassword,
  newPerson,
  signOut,
  signUp,
  tokenFor,
  turnOnTwoStep,
} from "#tests/support/person.ts";
import { expectSound } from "#tests/support/sound.ts";

const NEW_PASSWORD = "other quiet words";
const isMailOn = () => process.env["SMTP_URL"] !== undefined;

/** Type into a combo box, and take the first thing it finds. */
async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole("combobox", { name }).fill(text);
  await page.getByRole("option").first().click();
}

test("a person signs up, adds a second step, and comes in by code, recovery code and a new password", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const person = newPerson();
  const slug = await signUp(page, person);
  const security = `/w/${slug}/account/security`;
  if (isMailOn()) {
    await page.getByRole("button", { name: "Send again" }).click();
    await expect(page.getByText("Sent. Look into your mail.")).toBeVisible();
    const confirmation = `/verify-email/${await tokenFor(person.email, "verify_email")}`;
    const stranger = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
    await stranger.goto(confirmation);
    await expect(stranger.getByText(/^Sign in as a…@example\.com/)).toBeVisible();
    await expect(stranger.getByText(person.email)).toHaveCount(0);
    await expect(stranger.getByRole("button", { name: "Confirm the address" })).toHaveCount(0);
    await stranger.getByRole("link", { name: "Sign in" }).click();
    await stranger.waitForURL(/\/sign-in\?to=%2Fverify-email/);
    await stranger.context().close();
    await page.goto(confirmation);
    await page.getByRole("button", { name: "Confirm the address" }).click();
    await page.waitForURL(`/w/${slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("button", { name: "Send again" })).toHaveCount(0);
  }

  await page.goto(security);
  const { app, recoveryCodes } = await turnOnTwoStep(page);
  expect(recoveryCodes).toHaveLength(10);
  await expectNoAxeViolations(page);

  await signOut(page);
  await page.goto(security);
  await givePassword(page, person);
  await page.waitForURL(/\/sign-in\/code/);
  await expect(page.getByLabel("Code")).toHaveAttribute("autocomplete", "one-time-code");
  await expectSound(page, "the code of a second step");
  await page.getByLabel("Code").fill("000000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/code is not right/)).toBeVisible();
  await expect(page.getByLabel("Code")).toBeFocused();
  await page.getByLabel("Code").fill(await app.next());
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(security);

  const [recoveryCode = ""] = recoveryCodes;
  for (const isFirst of [true, false]) {
    await signOut(page);
    await givePassword(page, person);
    await page.getByRole("link", { name: "Use a recovery code" }).click();
    await page.getByLabel("Recovery code").fill(recoveryCode.toUpperCase());
    await page.getByRole("button", { name: "Sign in" }).click();
    if (isFirst) await page.waitForURL(`/w/${slug}`);
    else await expect(page.getByText(/recovery code is not right/)).toBeVisible();
  }

  const { link } = await adminJson<{ link: string }>([
    ...["member", "reset-link", "--email", person.email],
  ]);
  await page.goto(new URL(link).pathname);
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Save the password" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await page.getByLabel("Password", { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Save the password" }).click();
  await expect(page.getByText(/all your sessions have ended/)).toBeVisible();
  await givePassword(page, { ...person, password: NEW_PASSWORD });
  await page.getByLabel("Code").fill(await app.next());
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`/w/${slug}`);
  await page.goto(new URL(link).pathname);
  await expect(page.getByRole("heading", { name: "This link is used up" })).toBeVisible();
});

test("a known browser comes in while somebody else guesses the password from its address", async ({
  browser,
  page,
}) => {
  const person = newPerson();
  await signUp(page, person);
  await signOut(page);
  const stranger = await browser.newPage();
  for (let tries = 0; tries <= 10; tries++) {
    await stranger.goto("/sign-in");
    await givePassword(stranger, { ...person, password: "wrong" });
    await expect(stranger.getByText(tries < 10 ? /is not right/ : /Too many tries/)).toBeVisible();
  }
  await givePassword(page, person);
  await page.waitForURL(/\/w\//);
  await stranger.close();
});

test("a refused sign-up keeps what was typed but the password, and goes to the first bad field", async ({
  page,
  ownWorkspace,
}) => {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Ana");
  await page.getByLabel("E-mail").fill(ownWorkspace.email);
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.locator("summary").click();
  await choose(page, "Currency", "CHF");
  await page.getByRole("button", { name: "Make the workspace" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  await expect(page.getByLabel("Your name")).toHaveValue("Ana");
  await expect(page.getByRole("combobox", { name: "Currency" })).toHaveValue(/CHF/);
  await expect(page.getByRole("combobox", { name: "Time zone" })).toHaveValue(/Europe\/Berlin/);
  await page.getByLabel("Password", { exact: true }).fill("a few quiet words");
  await page.getByLabel("Workspace").fill("Twice");
  await page.getByRole("button", { name: "Make the workspace" }).click();
  await expect(page.getByText("This address has an account. Sign in instead.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toBeFocused();
});

test("everything before a workspace works without JavaScript", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL ? { baseURL } : {}),
  });
  const page = await context.newPage();
  const person = newPerson();
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill(person.name);
  await page.getByRole("button", { name: "Make the workspace" }).click();
  await expect(page.getByText("This is not an e-mail address")).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue(person.name);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByLabel("Workspace").fill(person.workspace);
  await page.getByRole("button", { name: "Make the workspace" }).click();
  await page.waitForURL(/\/w\//);
  await page.goto(`${new URL(page.url()).pathname}/account`);
  await page.getByText("Compact, 36 px").click();
  await page.getByText("Dark", { exact: true }).click();
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await context.close();
});

test("theme and formats follow the person into the next browser", async ({ browser, page }) => {
  const person = newPerson();
  const slug = await signUp(page, person);
  await page.goto(`/w/${slug}/account`);
  await page.getByLabel("Numbers and dates").selectOption("de-DE");
  await page.getByLabel("Name").fill("Ana Maria Sol");
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Account of Ana Maria Sol" })).toBeVisible();
  await page.getByRole("button", { name: /^Theme:/ }).click();
  const saved = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await saved;
  const next = await browser.newPage();
  await signIn(next, person);
  await expect(next.locator("html")).toHaveAttribute("data-theme", "dark");
  await next.goto(`/w/${slug}/account`);
  await expect(next.getByLabel("Numbers and dates")).toHaveValue("de-DE");
  await next.close();
});

test("the pages behind a mailed link and the set-up of a second step are sound in every look", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const person = newPerson();
  const slug = await signUp(page, person);
  await page.goto(`/w/${slug}/account/security`);
  await page.getByRole("button", { name: "Set up two-step sign-in" }).click();
  await expect(page.getByRole("img", { name: /Picture to scan/ })).toBeVisible();
  await expectSound(page, "the set-up of a second step");
  await page.goto("/sign-up");
  await expectSound(page, "sign-up of a person who is signed in");
  for (const purpose of ["reset-password", "verify-email"] as const) {
    const kind = purpose === "reset-password" ? "reset_password" : "verify_email";
    await page.goto(`/${purpose}/${await tokenFor(person.email, kind)}`);
    await expectSound(page, purpose);
  }
});
