import type { Page } from "playwright/test";
import { expect, type OwnWorkspace, signIn, test } from "#tests/support/browser.ts";

const CUSTOMERS = 240;
const ORDERS = 1_200;
const LARGE_BYTES = 35 * 2 ** 20;

/** Orders of customers who differ: some buy often and dear, most once. */
function ordersFile(): { text: string; revenue: string } {
  let minor = 0;
  const lines = Array.from({ length: ORDERS }, (_, at) => {
    const customer = Math.floor(CUSTOMERS * ((at * 0.618_033_988_7) % 1) ** 2);
    const day = new Date(Date.UTC(2025, 0, 1 + ((at * 7) % 480))).toISOString().slice(0, 10);
    const amountMinor = 500 + ((at * 7919) % 20_000);
    minor += amountMinor;
    return `O${at},C${customer},${day},${(amountMinor / 100).toFixed(2)}`;
  });
  const revenue = new Intl.NumberFormat("en", { minimumFractionDigits: 2 }).format(minor / 100);
  return { text: `order_id,customer_id,date,amount\n${lines.join("\n")}\n`, revenue };
}

async function choose(
  page: Page,
  workspace: OwnWorkspace,
  name: string,
  text: string | Buffer,
): Promise<void> {
  await page.goto(`/w/${workspace.slug}/data/imports/new`);
  await page.getByRole("radio", { name: "Orders" }).check({ force: true });
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

test("a CX manager drops an orders file and sees what her customers are worth", async ({
  page,
  ownWorkspace,
}) => {
  const { text } = ordersFile();
  await signIn(page, ownWorkspace);
  await choose(page, ownWorkspace, "orders.csv", text);
  await expect(page.getByText("All 4 columns are mapped.")).toBeVisible();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.waitForURL(/\/data\/imports\/[0-9a-f-]{36}$/);
  await expect(page.getByText("No row was rejected.")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("1,200").first()).toBeVisible();

  await page.goto(`/w/${ownWorkspace.slug}/value`);
  await expect(async () => {
    await page.reload();
    await expect(
      page.getByRole("heading", { name: /top fifth of customers make \d+/i }),
    ).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByRole("region", { name: /segment/i }).first()).toBeVisible();
});

test("a dry run writes nothing and is imported without a second upload", async ({
  page,
  ownWorkspace,
}) => {
  const { text } = ordersFile();
  await signIn(page, ownWorkspace);
  await choose(page, ownWorkspace, "orders.csv", `${text}Ox,C1,31.02.2025,1\n`);
  await page.getByRole("button", { name: /Check only/ }).click();
  await expect(page.getByText("One row would be rejected.")).toBeVisible({ timeout: 30_000 });
  await page.goto(`/w/${ownWorkspace.slug}/customers`);
  await expect(page.getByText(/C1\b/)).toHaveCount(0);
  await page.goBack();
  await page.getByRole("button", { name: "Import 1,200 rows" }).click();
  await expect(page.getByText("One row was rejected.")).toBeVisible({ timeout: 30_000 });
});

test("a file of 35 MB arrives whole", async ({ page, ownWorkspace }) => {
  test.setTimeout(180_000);
  const filler = "z".repeat(190);
  const lines = ["order_id,customer_id,date,amount,channel"];
  for (let bytes = 0; bytes < LARGE_BYTES; ) {
    const line = `O${lines.length},C${lines.length % 500},2025-01-0${1 + (lines.length % 9)},1.00,${filler}`;
    lines.push(line);
    bytes += line.length + 1;
  }
  await signIn(page, ownWorkspace);
  await choose(page, ownWorkspace, "large.csv", lines.join("\n"));
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.waitForURL(/\/data\/imports\/[0-9a-f-]{36}$/, { timeout: 60_000 });
  await expect(page.getByText("No row was rejected.")).toBeVisible({ timeout: 90_000 });
  const rows = new Intl.NumberFormat("en").format(lines.length - 1);
  await expect(page.getByText(rows).first()).toBeVisible();
});

test("the way from sign-in to the customers goes by keyboard alone", async ({
  page,
  ownWorkspace,
}) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").focus();
  await page.keyboard.type(ownWorkspace.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(ownWorkspace.password);
  await page.keyboard.press("Enter");
  await page.waitForURL(`/w/${ownWorkspace.slug}`);
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText(/Skip to/);
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press("Tab");
    if ((await page.locator(":focus").textContent())?.trim() === "Customers") break;
  }
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/customers$/);
  await expect(page.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
});
