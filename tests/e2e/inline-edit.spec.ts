import type { Page, Route } from "playwright/test";
import { DEMO_MEMBERS, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";

const MANAGER = { email: DEMO_MEMBERS[0]?.email ?? "", password: DEMO_PASSWORD };
const LIST = `/w/${DEMO_WORKSPACE.slug}/customers`;

async function saveView(page: Page, name: string): Promise<void> {
  await page.goto(`${LIST}?segment=at_risk`);
  await openMenu(page);
  await page.getByLabel("Save this view as").fill(name);
  await page.getByRole("button", { name: "Save view" }).click();
  await page.waitForURL(/view=/);
}

async function openMenu(page: Page): Promise<void> {
  await page.locator("summary", { hasText: "View:" }).click();
}

const pencil = (page: Page, name: string) =>
  page.getByRole("button", { name: `Edit Name of the view: ${name}` });
const field = (page: Page) => page.getByRole("textbox", { name: "Name of the view" });

async function rename(page: Page, from: string, to: string): Promise<void> {
  await pencil(page, from).click();
  await field(page).fill(to);
  await page.keyboard.press("Enter");
}

async function remove(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: `Delete ${name}` }).click();
  await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
}

/** The action calls of a page, answered as `answer` says. */
async function whenSaving(page: Page, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.route(`**${LIST}**`, (route) =>
    route.request().method() === "POST" ? answer(route) : route.fallback(),
  );
}

test("two people at one name lose nothing: keep mine, use theirs, merge", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const start = `Start ${Date.now()}`;
  await signIn(page, MANAGER);
  await saveView(page, start);
  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const elsewhere = await other.newPage();
  await signIn(elsewhere, MANAGER);

  const write = async (from: string, theirs: string, mine: string) => {
    await page.goto(LIST);
    await openMenu(page);
    await elsewhere.goto(LIST);
    await openMenu(elsewhere);
    await rename(elsewhere, from, theirs);
    await expect(elsewhere.getByText(/All changes saved/)).toBeVisible();
    await rename(page, from, mine);
    const notice = page.getByRole("alert").filter({ hasText: "changed this" });
    await expect(notice).toContainText(DEMO_MEMBERS[0]?.name ?? "");
    await expect(notice).toContainText(theirs);
    await expect(notice).toContainText(mine);
    return notice;
  };
  const names = [`${start} A`, `${start} B`, `${start} C`, `${start} D`] as const;

  const first = await write(start, names[0], names[1]);
  await expectNoAxeViolations(page);
  await first.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByText(/All changes saved/)).toBeVisible();
  await page.reload();
  await openMenu(page);
  await expect(page.getByRole("link", { name: names[1] })).toBeVisible();

  const second = await write(names[1], names[2], names[3]);
  await second.getByRole("button", { name: "Use theirs" }).click();
  await expect(second).toHaveCount(0);
  await page.reload();
  await openMenu(page);
  await expect(page.getByRole("link", { name: names[2] })).toBeVisible();

  const third = await write(names[2], names[0], names[1]);
  await third.getByRole("button", { name: "Merge" }).click();
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue(`${names[1]} / ${names[0]}`);
  await field(page).fill(start);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/All changes saved/)).toBeVisible();
  await remove(page, start);
  await other.close();
});

test("a slow answer shows at once, a broken one keeps the words, the reason and the focus", async ({
  page,
  problems,
}) => {
  problems.expectConsole(/500/);
  const start = `Slow ${Date.now()}`;
  await signIn(page, MANAGER);
  await saveView(page, start);
  await page.goto(LIST);
  await openMenu(page);

  await whenSaving(page, async (route) => {
    await new Promise((done) => setTimeout(done, 2_000));
    await route.continue();
  });
  await pencil(page, start).click();
  await field(page).fill(`${start} later`);
  const began = Date.now();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Saving…")).toBeVisible({ timeout: 1_000 });
  await expect(page.getByRole("link", { name: `${start} later` })).toBeVisible();
  expect(Date.now() - began).toBeLessThan(1_000);
  await expect(pencil(page, `${start} later`)).toBeFocused();
  await expect(page.getByText(/All changes saved/)).toBeVisible();

  await page.unrouteAll();
  await whenSaving(page, (route) => route.fulfill({ status: 500, body: "broken" }));
  await rename(page, `${start} later`, `${start} never`);
  await expect(page.getByText("Not saved")).toBeVisible();
  await expect(page.getByText("The server broke while saving.")).toBeVisible();
  await expect(page.getByRole("link", { name: `${start} never` })).toBeVisible();
  await expect(pencil(page, `${start} never`)).toBeFocused();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("link", { name: `${start} later` })).toBeVisible();

  await rename(page, `${start} later`, `${start} again`);
  await expect(page.getByText("Not saved")).toBeVisible();
  await page.unrouteAll();
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(page.getByText(/All changes saved/)).toBeVisible();
  await remove(page, `${start} again`);
});

test("offline it waits, and saves itself when the network is back", async ({
  page,
  context,
  problems,
}) => {
  problems.expectConsole(/ERR_INTERNET_DISCONNECTED/);
  const start = `Away ${Date.now()}`;
  await signIn(page, MANAGER);
  await saveView(page, start);
  await page.goto(LIST);
  await openMenu(page);
  await context.setOffline(true);
  await rename(page, start, `${start} kept`);
  await expect(page.getByText(/Offline/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/All changes saved/)).toBeVisible();
  await page.reload();
  await openMenu(page);
  await remove(page, `${start} kept`);
});

test("a pause saves while one types, and Escape takes everything back", async ({ page }) => {
  const start = `Typed ${Date.now()}`;
  await signIn(page, MANAGER);
  await saveView(page, start);
  await page.goto(LIST);
  await openMenu(page);
  await pencil(page, start).click();
  await page.keyboard.press("End");
  await page.keyboard.type(" more");
  await expect(page.getByText(/All changes saved/)).toBeVisible();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(pencil(page, start)).toBeFocused();
  await expect(page.getByText("Saving…")).toHaveCount(0);
  await page.reload();
  await openMenu(page);
  await expect(page.getByRole("link", { name: start, exact: true })).toBeVisible();
  await remove(page, start);
});
