import { expect, expectNoAxeViolations, test } from "#tests/support/browser.ts";

test("the reference of the API opens an operation, without anybody signed in", async ({ page }) => {
  await page.goto("/docs/api");
  await expect(page.getByRole("heading", { level: 1, name: "API reference" })).toBeVisible();
  const put = page.locator("#put_signals");
  await put.locator("summary").click();
  await expect(put.getByText("signals:write")).toBeVisible();
  const body = put.getByRole("region", { name: "Body, application/json" });
  await expect(body.getByText("occurredOn", { exact: true })).toBeVisible();
  await expectNoAxeViolations(page);
});

for (const theme of ["light", "dark"]) {
  test(`the reference fits a telephone, ${theme}`, async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
    await page.setViewportSize({ width: 375, height: 800 });
    await page.goto("/docs/api");
    await page.locator("#bulk_signals summary").click();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(375);
    await expectNoAxeViolations(page);
  });
}

test("the document of the API is open to everybody, and nothing else of it is", async ({
  request,
}) => {
  const document = await request.get("/api/v1/openapi.json");
  expect(await document.json()).toMatchObject({ openapi: "3.1.0" });
  expect((await request.get("/api/v1/signals")).status()).toBe(401);
});
