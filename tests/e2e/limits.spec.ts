import { createHash } from "node:crypto";
import { expect, type OwnWorkspace, signIn, test } from "#tests/support/browser.ts";
import { asOwner } from "#tests/support/owner.ts";
import { workbook } from "#tests/support/workbook.ts";

const ORDERS = "order_id,customer_id,date,amount\nA1,C1,2025-03-01,10\n";

/** As if the whole workspace had asked for it so often already. */
async function useUp(limit: string, { id }: OwnWorkspace, points: number): Promise<void> {
  const key = createHash("sha256").update(id).digest("base64url");
  await asOwner((client) =>
    client.query(
      "INSERT INTO rate_limit (key, points, expire) VALUES ($1, $2, extract(epoch FROM now() + interval '10 minutes') * 1000)",
      [`${limit}:${key}`, points],
    ),
  );
}

test("who uploads too often is told how long to wait, and the form keeps the file and what was chosen", async ({
  page,
  ownWorkspace,
  problems,
}) => {
  problems.expectConsole(/429/);
  await signIn(page, ownWorkspace);
  await useUp("upload_workspace", ownWorkspace, 300);
  await page.goto(`/w/${ownWorkspace.slug}/data/imports/new`);
  const input = page.locator('input[type="file"]');
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: "text/csv", buffer });
  await input.setInputFiles(file("sales.csv", Buffer.from(ORDERS)));
  await expect(page.getByText("All 4 columns are mapped.")).toBeVisible();
  const answered = page.waitForResponse((response) => response.url().endsWith("/imports/upload"));
  await page.getByRole("button", { name: /^Import$/ }).click();
  const answer = await answered;
  expect(answer.status()).toBe(429);
  expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(500);
  await expect(page.getByText(/asked for this very often. Wait 10 minutes/)).toBeVisible();
  await expect(page.getByText("sales.csv").first()).toBeVisible();
  await expect(page.getByText("All 4 columns are mapped.")).toBeVisible();
  await page.screenshot({ path: test.info().outputPath("limited.png"), fullPage: true });

  await useUp("preview_workspace", ownWorkspace, 600);
  const book = await workbook({ Sales: [["who"], ["C1"]] });
  await input.setInputFiles(file("sales.xlsx", Buffer.from(book)));
  await expect(page.getByText(/asked for this very often. Wait 10 minutes/)).toBeVisible();
});

test("who asks for exports or archives too often is told how long to wait", async ({
  page,
  ownWorkspace,
}) => {
  await signIn(page, ownWorkspace);
  await useUp("export_ask_workspace", ownWorkspace, 20);
  await useUp("archive_workspace", ownWorkspace, 200);
  const settings = `/w/${ownWorkspace.slug}/settings/data-protection`;
  await page.goto(settings);
  await page.getByRole("button", { name: "Ask for an export" }).click();
  await expect(page.getByText(/asked for this very often. Wait 10 minutes/)).toBeVisible();
  const nobody = "0193b3a0-0000-7000-8000-000000000000";
  for (const path of [`${settings}/exports/${nobody}`, `${settings}/people/${nobody}`]) {
    const answer = await page.request.get(path);
    expect(answer.status()).toBe(429);
    expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(500);
  }
});
