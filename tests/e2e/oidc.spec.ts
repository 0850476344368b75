import type { Page } from "playwright/test";
import {
  expect,
  expectNoAxeViolations,
  makeWorkspace,
  type OwnWorkspace,
  type Problems,
  test,
} from "#tests/support/browser.ts";
import { asOwner } from "#tests/support/owner.ts";

const ISSUER = () => process.env["OIDC_ISSUER"] ?? "";
const COOKIE = "next-auth.session-token";

let count = 0;
const newAddress = () => `pat-${process.pid}-${count++}@provider.example`;

/** From our sign-in page to the provider's. */
async function goToProvider(page: Page, problems: Problems, to = "/"): Promise<void> {
  problems.allowOrigin(ISSUER());
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByRole("button", { name: "Continue with Test provider" }).click();
  await expect(page.getByRole("heading", { name: "Test provider" })).toBeVisible();
}

async function signInAtProvider(page: Page, problems: Problems, login: string): Promise<void> {
  await goToProvider(page, problems);
  await page.getByLabel("Login").fill(login);
  await page.getByRole("button", { name: "Continue" }).click();
}

async function verifiedOwner(name: string): Promise<OwnWorkspace> {
  const owner = await makeWorkspace(name);
  await asOwner((client) =>
    client.query("UPDATE account SET email_verified_at = now() WHERE email = $1", [owner.email]),
  );
  return owner;
}

async function expectRefusal(page: Page, words: RegExp): Promise<void> {
  await expect(page.getByRole("main").getByRole("alert")).toContainText(words);
  await expect(page).toHaveURL(/\/sign-in\?oidc=/);
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ name }) => name === COOKIE)).toEqual([]);
}

test("a member signs in at the provider, and the copied cookie dies with the sign-out", async ({
  page,
  problems,
  browser,
  baseURL,
}) => {
  const owner = await verifiedOwner("Signed in elsewhere");
  await signInAtProvider(page, problems, owner.email);
  await expect(page).toHaveURL(`/w/${owner.slug}`);
  const copied = (await page.context().cookies()).filter(({ name }) => name === COOKIE);
  expect(copied).toMatchObject([{ httpOnly: true, sameSite: "Lax", path: "/" }]);
  const thief = await browser.newContext({ baseURL: baseURL ?? "" });
  await thief.addCookies(copied);
  const settings = `/w/${owner.slug}/settings`;
  const stolen = await thief.newPage();
  await stolen.goto(settings);
  await expect(stolen).toHaveURL(settings);
  await page.getByRole("button", { name: "Olive Owner" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await stolen.goto(settings);
  await expect(stolen).toHaveURL(/\/sign-in/);
  await thief.close();
});

test("a stranger with a verified address gets an account and is told that no workspace has them", async ({
  page,
  problems,
}) => {
  const login = newAddress();
  await signInAtProvider(page, problems, login);
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(login)).toBeVisible();
});

test("a person comes back to the page they wanted", async ({ page, problems }) => {
  const owner = await verifiedOwner("Wanted page");
  await goToProvider(page, problems, `/w/${owner.slug}/settings`);
  await page.getByLabel("Login").fill(owner.email);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(`/w/${owner.slug}/settings`);
});

test("works without JavaScript", async ({ browser, baseURL }) => {
  const owner = await verifiedOwner("No scripts");
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with Test provider" }).click();
  await page.getByLabel("Login").fill(owner.email);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(`/w/${owner.slug}`);
  await context.close();
});

test("what the provider does not vouch for is refused in words", async ({ page, problems }) => {
  const owner = await makeWorkspace("Never verified here");
  // The operator vouches for the addresses of the command line; a sign-up has to verify its own.
  await asOwner((client) =>
    client.query("UPDATE account SET email_verified_at = NULL WHERE email = $1", [owner.email]),
  );
  const refusals: [login: string, words: RegExp][] = [
    [`unverified:${newAddress()}`, /has not verified your e-mail address/],
    [`nameless:${count++}`, /did not tell us your e-mail address/],
    [owner.email, /was never verified here/],
  ];
  for (const [login, words] of refusals) {
    await page.context().clearCookies();
    await signInAtProvider(page, problems, login);
    await expectRefusal(page, words);
  }
  await expectNoAxeViolations(page);
});

test("an account that is switched off stays outside", async ({ page, problems }) => {
  const owner = await verifiedOwner("Switched off");
  await asOwner((client) =>
    client.query("UPDATE account SET disabled_at = now() WHERE email = $1", [owner.email]),
  );
  await signInAtProvider(page, problems, owner.email);
  await expectRefusal(page, /is switched off/);
});

test("a callback with a wrong state, and one that was used before, are refused in words", async ({
  page,
  problems,
  browser,
  baseURL,
}) => {
  await goToProvider(page, problems);
  await page.goto("/api/auth/callback/oidc?code=made-up&state=made-up");
  await expectRefusal(page, /did not come through/);

  let callback = "";
  page.on("request", (request) => {
    if (request.url().includes("/api/auth/callback/oidc")) callback = request.url();
  });
  await page.context().clearCookies();
  await signInAtProvider(page, problems, newAddress());
  await expect(page).toHaveURL("/");
  expect(callback).toContain("code=");
  const elsewhere = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  await elsewhere.goto(callback);
  await expectRefusal(elsewhere, /did not come through/);
  await elsewhere.context().close();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto(callback);
  await expectRefusal(page, /did not come through/);
});

test("a person who gives up at the provider reads so here", async ({ page }) => {
  await page.goto("/api/auth/callback/oidc?error=access_denied");
  await expectRefusal(page, /did not come through/);
});

test("nothing else of next-auth answers, and a form on another site starts nothing", async ({
  request,
}) => {
  for (const path of ["session", "csrf", "providers", "signin", "signout", "error", "callback/x"])
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404);
  for (const path of ["signin/other", "signout", "session", "_log", "callback/oidc"])
    expect((await request.post(`/api/auth/${path}`)).status(), path).toBe(404);
  for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }, {}]) {
    const answer = await request.post("/api/auth/signin/oidc", { headers, maxRedirects: 0 });
    expect(answer.status()).toBe(403);
  }
});

test("forms may go to the provider and to nobody else", async ({ request }) => {
  const policy = (await request.get("/sign-in")).headers()["content-security-policy"] ?? "";
  expect(policy).toContain(`form-action 'self' ${ISSUER()};`);
});

test("an owner without a password ends a workspace after a new sign-in at the provider, and takes it back", async ({
  page,
  problems,
}) => {
  const owner = await verifiedOwner("Ended from elsewhere");
  await signInAtProvider(page, problems, owner.email);
  await expect(page).toHaveURL(`/w/${owner.slug}`);
  await asOwner(async (client) => {
    await client.query("UPDATE account SET password_hash = NULL WHERE email = $1", [owner.email]);
    await client.query("SET ROLE app_definer");
    await client.query(
      "UPDATE account_session SET created_at = now() - interval '11 minutes' WHERE account_id = (SELECT id FROM account WHERE email = $1)",
      [owner.email],
    );
  });
  const settings = `/w/${owner.slug}/settings/data-protection`;
  await page.goto(settings);
  await expect(page.getByRole("button", { name: "End this workspace" })).toHaveCount(0);
  await expectNoAxeViolations(page);
  await page.screenshot({ path: test.info().outputPath("sign-in-again.png"), fullPage: true });
  await page.getByRole("button", { name: "Sign in at Test provider again" }).click();
  // The provider knows who it is, and asks all the same.
  await page.getByLabel("Login").fill(owner.email);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(settings);
  await expect(page.getByLabel("Your present password")).toHaveCount(0);
  // A field that is filled before its script has come is emptied by it.
  await page.waitForLoadState("networkidle");
  await page.getByLabel(`Type ${owner.name} to confirm`).fill(owner.name);
  await page.getByRole("button", { name: "End this workspace" }).click();
  await expect(page).toHaveURL(/\/closing$/);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page).toHaveURL(`/w/${owner.slug}`);
});
