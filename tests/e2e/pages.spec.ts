import type { BrowserContext, Page } from "playwright/test";
import { SECTION_KEYS } from "#components/design/section-keys.ts";
import { DEMO_OWNER, DEMO_PASSWORD } from "#prisma/seed/people.ts";
import {
  expect,
  expectNoAxeViolations,
  signIn,
  test as withProblems,
} from "#tests/support/browser.ts";
import { visitFirst } from "#tests/support/first-visit.ts";
import { type DemoIds, idsOfDemo, PAGES, pathOf } from "#tests/support/page-paths.ts";
import {
  expectCalm,
  expectLargeTargets,
  expectRoomForLargeText,
  expectSound,
} from "#tests/support/sound.ts";

/** Who sees every page, and the addresses of the demo's own things: found once for all pages. */
type Owner = { ids: DemoIds; cookies: Awaited<ReturnType<BrowserContext["cookies"]>> };

const test = withProblems.extend<object, { owner: Owner }>({
  owner: [
    async ({ browser }, use) => {
      const baseURL = `http://127.0.0.1:${process.env["E2E_PORT"]}`;
      const context = await browser.newContext({ baseURL });
      const page = await context.newPage();
      await signIn(page, { email: DEMO_OWNER.email, password: DEMO_PASSWORD });
      const ids = await idsOfDemo(page);
      const cookies = await context.cookies();
      await context.close();
      await use({ ids, cookies });
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

/** Everything a page owes to whoever comes, whatever it shows: in one visit. */
async function expectGoodPage(page: Page, path: string): Promise<void> {
  await expect(page.locator("h1"), `one h1 on ${path}`).toHaveCount(1);
  await expectCalm(page, path);
  await expectSound(page, path);
  await expectLargeTargets(page, path);
}

test("every page has a title of its own", async ({ page, context, owner }) => {
  test.setTimeout(120_000);
  const titles = new Map<string, string[]>();
  await context.addCookies(owner.cookies);
  for (const { file } of PAGES.filter(({ isPublic }) => !isPublic)) {
    const path = pathOf(file, owner.ids);
    const answer = await page.request.get(path);
    const title = /<title>([^<]*)<\/title>/.exec(await answer.text())?.[1] ?? "";
    titles.set(title, [...(titles.get(title) ?? []), path]);
  }
  const shared = [...titles].filter(([title, paths]) => title === "" || paths.length > 1);
  expect(shared).toEqual([]);
});

for (const { file, isPublic } of PAGES) {
  test(`${file} is quick, calm and sound in every look`, async ({ page, context, owner }) => {
    if (!isPublic) await context.addCookies(owner.cookies);
    const path = pathOf(file, owner.ids);
    await visitFirst(page, path);
    if (!isPublic) {
      await page.keyboard.press("Tab");
      await expect
        .soft(page.locator(":focus"), `first stop of ${path}`)
        .toHaveAttribute("href", "#main");
      // It covers what lies under it as long as it has the focus.
      await page.locator(":focus").blur();
    }
    await expectGoodPage(page, path);
    await expectRoomForLargeText(page, path);
  });
}

for (const section of SECTION_KEYS) {
  test(`/design/${section} is calm and sound in every look`, async ({ page }) => {
    const path = `/design/${section}`;
    await page.goto(path, { waitUntil: "networkidle" });
    await expectGoodPage(page, path);
  });
}

/** What pages look like when there is nothing to show, or all of it is another's. */
const EMPTY_LISTS = [
  "/customers?q=nobody-is-called-so",
  "/settings/members?search=nobody-is-called-so",
  "/settings/audit?group=import",
];

for (const list of EMPTY_LISTS) {
  test(`${list} is sound in every look`, async ({ page, context, owner }) => {
    await context.addCookies(owner.cookies);
    await page.goto(`/w/${owner.ids["tenant"]}${list}`, { waitUntil: "networkidle" });
    await expectGoodPage(page, list);
  });
}

test("a page that does not exist says so in words", async ({ page, context, owner, problems }) => {
  problems.expectConsole(/404/);
  await context.addCookies(owner.cookies);
  const response = await page.goto(
    `/w/${owner.ids["tenant"]}/customers/0193b3a0-0000-7000-8000-000000000000`,
  );
  expect(response?.status()).toBe(404);
  await expect(page.locator("h1")).toHaveCount(1);
  await expectNoAxeViolations(page);
});
