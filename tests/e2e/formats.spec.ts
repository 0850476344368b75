import type { Page } from "playwright/test";
import { adminJson } from "#tests/support/admin.ts";
import { expect, makeWorkspace, signIn, test } from "#tests/support/browser.ts";
import { asOwner } from "#tests/support/owner.ts";
import { importText } from "#tests/support/two-workspaces.ts";

const PASSWORD = "a password for tests";
const ORDERS =
  "order_id,customer_id,date,amount\nO-1,C-1,2026-11-21,1234.50\nO-2,C-2,2026-11-21,98765.40\nO-3,C-9,never,1\n";

async function makePair() {
  const owner = await makeWorkspace("Two languages");
  await importText(owner.slug, "orders", ORDERS);
  await adminJson([
    ...["api-key", "create", "--workspace", owner.slug, "--name", "key", "--scope", "all"],
  ]);
  const email = `gerda-${Math.random().toString(36).slice(2)}@example.com`;
  await adminJson([
    ...["member", "add", "--workspace", owner.slug, "--email", email, "--name", "Gerda German"],
    ...["--role", "owner", "--password", PASSWORD],
  ]);
  await asOwner((client) =>
    client.query(
      "UPDATE account SET locale = 'de-DE', time_zone = 'Europe/Berlin' WHERE email = $1",
      [email],
    ),
  );
  return { slug: owner.slug, english: owner, german: { email, password: PASSWORD } };
}

/** What stands on a page, with every kind of space as one. */
async function textOf(page: Page, path: string): Promise<string> {
  await page.goto(path);
  await expect(page.locator("h1")).toBeVisible();
  return ((await page.locator("main").textContent()) ?? "").replace(/\s+/g, " ");
}

// One workspace for all of them, made once.
test.describe.configure({ mode: "default", timeout: 120_000 });
let pair: Awaited<ReturnType<typeof makePair>>;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  pair = await makePair();
});

test("a German member reads German numbers, days and times; another member of the workspace does not", async ({
  page,
  browser,
  baseURL,
}) => {
  const { slug, english, german } = pair;
  const other = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  await signIn(page, german);
  await signIn(other, english);
  const pages: [path: string, german: readonly RegExp[], english: readonly RegExp[]][] = [
    ["", [/100\.000 €/, /21\.11\.2026/], [/€100,000/, /21 Nov 2026/]],
    ["/customers", [/1\.234,50 €/, /21\.11\.2026/], [/€1,234\.50/, /21 Nov 2026/]],
    ["/value", [/100\.000 €/, /21\.11\.2026/, /\d,\d %/], [/€100,000/, /21 Nov 2026/, /\d\.\d %/]],
    ["/data/imports", [/2[0-9]\.\d\d\.20\d\d, \d\d:\d\d/], [/\d\d? \w{3,4} 20\d\d, \d\d:\d\d/]],
    ["/settings/api-keys", [/\d\d\.\d\d\.20\d\d, \d\d:\d\d/], [/\d\d? \w{3,4} 20\d\d, \d\d:\d\d/]],
  ];
  for (const [path, inGerman, inEnglish] of pages) {
    const [here, there] = [
      await textOf(page, `/w/${slug}${path}`),
      await textOf(other, `/w/${slug}${path}`),
    ];
    for (const pattern of inGerman) {
      expect(here, `German ${path}`).toMatch(pattern);
      expect(there, `English ${path}`).not.toMatch(pattern);
    }
    for (const pattern of inEnglish) {
      expect(there, `English ${path}`).toMatch(pattern);
      expect(here, `German ${path}`).not.toMatch(pattern);
    }
  }
  await page.goto(`/w/${slug}/customers`);
  await page.getByRole("link", { name: "C-1" }).click();
  await expect(page.getByText("1.234,50 €").first()).toBeVisible();
  await expect(page.getByText("21.11.2026").first()).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await other.context().close();
});

test("instants stand in the member's own zone", async ({ page }) => {
  const { slug, german } = pair;
  await asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE app_definer");
    const found = await client.query("SELECT id FROM tenant WHERE slug = $1", [slug]);
    await client.query("RESET ROLE");
    await client.query("SELECT app_set_tenant($1)", [found.rows[0].id]);
    await client.query("UPDATE import SET created_at = '2026-07-31T22:15:00Z'");
    await client.query("COMMIT");
  });
  await signIn(page, german);
  expect(await textOf(page, `/w/${slug}/data/imports`)).toContain("01.08.2026, 00:15");
});

test("a file stays as machines read it, whoever downloads it", async ({ page }) => {
  const { slug, german } = pair;
  await signIn(page, german);
  const file = await (await page.request.get(`/w/${slug}/customers/export`)).text();
  expect(file).toContain("1234.50");
  expect(file).toContain("2026-11-21");
  expect(file).not.toContain("1.234,50");
});
