import type { Browser, Page } from "playwright/test";
import { adminJson } from "#tests/support/admin.ts";
import {
  expect,
  expectNoAxeViolations,
  type OwnWorkspace,
  signIn,
  test,
} from "#tests/support/browser.ts";

const PASSWORD = "four words nobody guesses";
const newAddress = () => `nia-${Math.random().toString(36).slice(2, 12)}@example.com`;

/** Invite somebody as the owner who is signed in on `page`; returns the link. */
async function invite(page: Page, slug: string, email: string, role = "Frontline") {
  await page.goto(`/w/${slug}/settings/members/invite`);
  await page.getByLabel("E-mail addresses").fill(`Nia New <${email}>`);
  await page.getByRole("radio", { name: role }).check({ force: true });
  await page.getByRole("button", { name: "Make invitations" }).click();
  return page.getByLabel(`Link for ${email}`).inputValue();
}

/** Join by a link in a browser of one's own. */
async function join(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(new URL(link).pathname);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL(/\/w\//);
  return page;
}

async function addMember({ slug }: OwnWorkspace, role: string): Promise<string> {
  const email = newAddress();
  await adminJson([
    ...["member", "add", "--workspace", slug, "--email", email, "--name", "Mo Member"],
    ...["--role", role, "--password", PASSWORD],
  ]);
  return email;
}

const roleOf = (page: Page, name: string) =>
  page.getByRole("button", { name: new RegExp(`Role of ${name}`) });

async function chooseRole(page: Page, name: string, role: string): Promise<void> {
  await roleOf(page, name).click();
  await page.getByRole("option", { name: role }).click();
}

test("an owner invites somebody, who joins with name and password and is in the table", async ({
  page,
  browser,
  ownWorkspace,
}) => {
  await signIn(page, ownWorkspace);
  const email = newAddress();
  const link = await invite(page, ownWorkspace.slug, email);
  const guest = await join(browser, link);
  await expect(guest).toHaveURL(`/w/${ownWorkspace.slug}`);
  await page.goto(`/w/${ownWorkspace.slug}/settings/members`);
  await expect(page.getByRole("row", { name: /Nia New/ })).toContainText(email);
  // The link is used up: one calm page.
  await page.context().clearCookies();
  await page.goto(new URL(link).pathname);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/no good any more/);
  await guest.context().close();
});

test("a refused invitation keeps what was typed and says which address is at fault", async ({
  page,
  ownWorkspace,
}) => {
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/settings/members/invite`);
  const typed = `${newAddress()}\n${ownWorkspace.email}`;
  await page.getByLabel("E-mail addresses").fill(typed);
  await page.getByRole("radio", { name: "Auditor" }).check({ force: true });
  await page.getByRole("button", { name: "Make invitations" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Olive Owner" })).toBeVisible();
  await expect(page.getByLabel("E-mail addresses")).toHaveValue(typed);
  await expect(page.getByRole("radio", { name: "Auditor" })).toBeChecked();
  await expectNoAxeViolations(page);
});

test("somebody with an account signs in to accept; with another address they are told so", async ({
  page,
  browser,
  ownWorkspace,
}) => {
  const guestEmail = newAddress();
  await adminJson([
    ...["workspace", "create", "--name", "Elsewhere", "--owner-email", guestEmail],
    ...["--owner-name", "Gus Guest", "--password", PASSWORD],
  ]);
  await signIn(page, ownWorkspace);
  const link = new URL(await invite(page, ownWorkspace.slug, guestEmail, "Executive")).pathname;
  await page.goto(link);
  await expect(page.getByText(`this invitation is for ${guestEmail}`)).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await guest.getByRole("link", { name: "Sign in" }).click();
  await guest.getByLabel("E-mail").fill(guestEmail);
  await guest.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await guest.getByRole("button", { name: "Sign in" }).click();
  await guest.getByRole("button", { name: "Accept" }).click();
  await expect(guest).toHaveURL(`/w/${ownWorkspace.slug}`);
  await guest.context().close();
});

test("the last owner's role rolls back with its reason, and the focus stays", async ({
  page,
  ownWorkspace,
}) => {
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/settings/members`);
  await chooseRole(page, "Olive Owner", "Auditor");
  await expect(page.getByRole("alert").filter({ hasText: "only one" })).toBeVisible();
  await expect(roleOf(page, "Olive Owner")).toContainText("Owner");
  await expect(roleOf(page, "Olive Owner")).toBeFocused();
});

test("a copied cookie is refused after a role change, and the person signs in again", async ({
  page,
  browser,
  ownWorkspace,
}) => {
  const email = await addMember(ownWorkspace, "frontline");
  const first = await browser.newContext();
  const member = await first.newPage();
  await signIn(member, { email, password: PASSWORD });
  const copy = await browser.newContext({ storageState: await first.storageState() });
  const thief = await copy.newPage();
  await thief.goto(`/w/${ownWorkspace.slug}`);
  await expect(thief).toHaveURL(`/w/${ownWorkspace.slug}`);
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/settings/members`);
  await chooseRole(page, "Mo Member", "Executive");
  await expect(roleOf(page, "Mo Member")).toContainText("Executive");
  await expect(page.getByText("Mo Member is now Executive.")).toBeVisible();
  for (const browserOf of [thief, member]) {
    const answer = await browserOf.request.get(`/w/${ownWorkspace.slug}`, { maxRedirects: 0 });
    expect(answer.status()).toBe(307);
    expect(answer.headers()["location"]).toContain("reason=access_changed");
  }
  await first.close();
  await copy.close();
});

test("an owner deactivates and reactivates somebody on their page, after reading what hangs on them", async ({
  page,
  ownWorkspace,
}) => {
  await addMember(ownWorkspace, "auditor");
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/settings/members`);
  await page.getByRole("button", { name: "Actions for Mo Member" }).click();
  await page.getByRole("menuitem", { name: "Deactivate" }).click();
  await expect(page.getByText("Nothing hangs on Mo Member.")).toBeVisible();
  await page.getByRole("button", { name: "Deactivate Mo Member" }).click();
  await page.getByRole("button", { name: "Reactivate Mo Member" }).click();
  await expect(page.getByRole("button", { name: "Deactivate Mo Member" })).toBeVisible();
});

test("the ownership goes on only when the name is typed as it is", async ({
  page,
  ownWorkspace,
}) => {
  await addMember(ownWorkspace, "cx_manager");
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/settings/members`);
  await page.getByRole("link", { name: "Mo Member" }).click();
  const confirm = page.getByLabel(/Type the name of the workspace/);
  const give = page.getByRole("button", { name: "Make Mo Member an owner" });
  await confirm.fill("something else");
  await give.click();
  await expect(
    page.getByRole("main").getByRole("alert").filter({ hasText: ownWorkspace.name }),
  ).toBeVisible();
  await confirm.fill(ownWorkspace.name);
  await give.click();
  await page.waitForURL(/\/sign-in/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("somebody is invited, and a refused form keeps its input", async ({
    page,
    ownWorkspace,
  }) => {
    await signIn(page, ownWorkspace);
    await page.goto(`/w/${ownWorkspace.slug}/settings/members/invite`);
    await page.getByLabel("E-mail addresses").fill("nobody");
    await page.getByRole("button", { name: "Make invitations" }).click();
    await expect(page.getByLabel("E-mail addresses")).toHaveValue("nobody");
    const email = newAddress();
    await page.getByLabel("E-mail addresses").fill(email);
    await page.getByRole("button", { name: "Make invitations" }).click();
    await expect(page.getByLabel(`Link for ${email}`)).toHaveValue(/\/invitation\//);
  });
});
