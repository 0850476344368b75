import type { Page } from "playwright/test";
import { expect, type OwnWorkspace, signIn, test } from "#tests/support/browser.ts";
import { asOwner } from "#tests/support/owner.ts";

const ORDERS = "order_id,customer_id,date,amount\nA1,C1,2025-03-01,10.00\nA2,C2,2025-03-02,2.50\n";

/** Rows of a table of the workspace, whatever the page shows. */
function countRows(workspace: OwnWorkspace, table: "import" | "api_key"): Promise<number> {
  return asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app_set_tenant($1)", [workspace.id]);
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${table}`,
    );
    await client.query("ROLLBACK");
    return rows[0]?.count ?? Number.NaN;
  });
}

/** Answers to forms come late, so that a second click meets the first one's waiting. */
async function slowDown(page: Page): Promise<void> {
  await page.route("**/*", async (route) => {
    if (route.request().method() === "POST") await new Promise((go) => setTimeout(go, 500));
    return route.fallback();
  });
}

test("two clicks on Import make one import", async ({ page, ownWorkspace }) => {
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/data/imports/new`);
  await page.getByRole("radio", { name: "Orders" }).check({ force: true });
  const file = { name: "orders.csv", mimeType: "text/csv", buffer: Buffer.from(ORDERS) };
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole("button", { name: /Check only/ }).click();
  const commit = page.getByRole("button", { name: "Import 2 rows" });
  await expect(commit).toBeVisible({ timeout: 30_000 });
  await slowDown(page);
  await commit.dblclick();
  await expect(page.getByText("No row was rejected.")).toBeVisible({ timeout: 30_000 });
  // The dry run, and the import that was made of it.
  expect(await countRows(ownWorkspace, "import")).toBe(2);
});

test("two clicks on Make key make one key", async ({ page, ownWorkspace }) => {
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/settings/api-keys`);
  await page.getByLabel("Name", { exact: true }).fill("Till");
  await page.getByText("Read customers, with names and addresses").click();
  await slowDown(page);
  await page.getByRole("button", { name: "Make key" }).dblclick();
  await expect(page.getByText("The key “Till” is made.")).toBeVisible({ timeout: 30_000 });
  expect(await countRows(ownWorkspace, "api_key")).toBe(1);
});
