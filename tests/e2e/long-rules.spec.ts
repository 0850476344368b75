import { expect, signIn, test } from "#tests/support/browser.ts";
import { watchDrawnParts } from "#tests/support/drawn-parts.ts";

const GROUPS = 5;
const CONDITIONS = 40;

test("a key typed in a rule of 200 conditions draws its condition and the groups around it, and no other", async ({
  page,
  ownWorkspace,
}) => {
  test.setTimeout(120_000);
  const drawn = await watchDrawnParts(page);
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/segments/new`);
  const group = (at: number) => ({
    any: Array.from({ length: CONDITIONS }, (_, each) => ({
      ...{ field: "orders.days", op: ">=", value: CONDITIONS * at + each + 1 },
    })),
  });
  const rule = { all: Array.from({ length: GROUPS }, (_, at) => group(at)) };
  await page.getByText("The rule as JSON").click();
  await page.getByLabel("Rule", { exact: true }).fill(JSON.stringify(rule));
  const box = page.getByLabel("Value, condition 3.20", { exact: true });
  await expect(box).toHaveValue("100");
  await expect(page.getByText("counting", { exact: true })).toHaveCount(0, { timeout: 30_000 });
  await box.focus();
  await page.keyboard.press("End");
  await drawn();
  await page.keyboard.type("75");
  await expect(box).toHaveValue("10075");
  await expect(page.getByText(/who bought on 10,075 or more days/)).toBeVisible();
  const parts = await drawn();
  const own = await box.evaluate((element) => {
    const around: string[] = [];
    for (
      let at = element.closest("[data-part]");
      at;
      at = at.parentElement?.closest("[data-part]") ?? null
    )
      around.push(at.getAttribute("data-part") ?? "");
    return around;
  });
  expect(own).toHaveLength(3);
  expect(parts.toSorted()).toEqual(own.toSorted());
  await expect(box).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(box).toHaveValue("100");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(box).toHaveValue("10075");
});
