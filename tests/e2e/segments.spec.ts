import type { Page } from "playwright/test";
import { DEMO_MEMBERS, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";
import { tabTo } from "#tests/support/keyboard.ts";

const LIST = `/w/${DEMO_WORKSPACE.slug}/segments`;
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];

/** A member of the demo by the first name. */
function member(name: string) {
  const { email } = DEMO_MEMBERS.find((each) => each.name.startsWith(name)) ?? { email: "" };
  return { email, password: DEMO_PASSWORD };
}

/** Go to a choice by Tab and choose by the first letters of what stands there, as one does by keyboard. */
async function choose(page: Page, label: string, letters: string): Promise<void> {
  const box = page.getByRole("combobox", { name: label, exact: true });
  await tabTo(page, box);
  await page.keyboard.type(letters);
  await expect(box.locator("option:checked")).toHaveText(new RegExp(`^${letters}`, "i"));
}

async function write(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByRole("textbox", { name: label, exact: true }));
  await page.keyboard.type(text);
}

async function writeRule(page: Page, rule: object): Promise<void> {
  await page.getByText("The rule as JSON").click();
  await page.getByLabel("Rule", { exact: true }).fill(JSON.stringify(rule));
}

async function press(page: Page, label: string): Promise<void> {
  await tabTo(page, page.getByRole("button", { name: label, exact: true }));
  await page.keyboard.press("Enter");
}

test("a rule with nested groups is built by keyboard only, counted, saved and read again", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const name = `By keyboard ${Date.now()}`;
  await signIn(page, member("Ingrid"));
  await page.goto(`${LIST}/new`);
  await page.getByLabel("Name", { exact: true }).focus();
  await page.keyboard.type(name);
  await choose(page, "What is asked, condition 1", "days with an order");
  await write(page, "Value, condition 1", "2");
  await expect(page.getByText("Customers who bought on 2 or more days.")).toBeVisible();
  await press(page, "Group");
  await expect(page.getByLabel("What is asked, condition 2.1")).toBeFocused();
  await page.keyboard.type("complaints");
  await write(page, "Value, condition 2.1", "1");
  await press(page, "Condition in group 2");
  await expect(page.getByLabel("What is asked, condition 2.2")).toBeFocused();
  await page.keyboard.type("last score");
  await write(page, "Value, condition 2.2", "6");
  await press(page, "Group in group 2");
  await expect(page.getByLabel("What is asked, condition 2.3.1")).toBeFocused();
  await page.keyboard.type("contacts");
  await write(page, "Value, condition 2.3.1", "3");
  const sentence =
    "Customers who bought on 2 or more days and either who complained 1 or more times or whose last score is 6 or more of 10 or who were in contact 3 or more times.";
  await expect(page.getByText(sentence)).toBeVisible();
  await expect(page.getByText(/% of 3,000 customers/)).toBeVisible({ timeout: 30_000 });
  await press(page, "Create segment");
  await page.waitForURL(/\/segments\/[0-9a-f-]{36}$/, { timeout: 60_000 });
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText(sentence)).toBeVisible();
  await page.getByText("Delete for good").click();
  await page.getByRole("button", { name: "Delete segment" }).click();
  await page.waitForURL(new RegExp(`${LIST}$`));
});

test("steps are taken back and done again, and the rule can be written as JSON", async ({
  page,
}) => {
  test.setTimeout(90_000);
  await signIn(page, member("Ingrid"));
  await page.goto(`${LIST}/new`);
  const field = page.getByLabel("What is asked, condition 1");
  await field.selectOption({ label: "complaints" });
  await page.getByLabel("Value, condition 1").fill("2");
  await expect(page.getByText("Customers who complained 2 or more times.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(field).toHaveValue("");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(field).toHaveValue("complaints.count");
  await writeRule(page, { none: [{ field: "orders.days", op: ">", value: 0 }] });
  await expect(
    page.getByText(/^All customers but those who bought on more than 0 days/),
  ).toBeVisible();
  await expect(field).toHaveValue("orders.days");
});

test("a count stays with its condition when the one before it is taken away", async ({ page }) => {
  test.setTimeout(90_000);
  await signIn(page, member("Ingrid"));
  await page.goto(`${LIST}/new`);
  const asked = (value: number) => ({ field: "orders.days", op: ">=", value });
  await writeRule(page, { any: [asked(0), asked(9_999)] });
  const counts = page.locator("fieldset[data-part] output");
  await expect(counts).toHaveText(["3,000 customers match", "0 customers match"], {
    timeout: 30_000,
  });
  // No other count comes: what stands there is what was counted.
  await page.route(/\/segments\/(?:estimate|count)$/, () => undefined);
  await page.getByRole("button", { name: "More for condition 1" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(counts).toHaveText(["0 customers match"]);
});

test("what a rule asks stays when it is opened, copied, put into a group, taken back and written as JSON", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, member("Ingrid"));
  await page.goto(LIST);
  await page.getByRole("link", { name: "Quiet Loyalists", exact: true }).first().click();
  await page.getByRole("link", { name: "Change segment" }).click();
  await page.waitForURL(/edit$/);
  await expect(page.getByText("who became customers 730 days ago or longer")).toBeVisible();
  await expect(page.getByLabel("Value, condition 1", { exact: true })).toHaveValue("Household");
  await page.goto(`${LIST}/new`);
  await page.getByLabel("What is asked, condition 1").selectOption({ label: "days with an order" });
  await page.getByLabel("Value, condition 1").fill("3");
  const more = async (what: string) => {
    await page.getByRole("button", { name: "More for condition 1" }).click();
    await page.getByRole("menuitem", { name: what }).click();
  };
  await more("Duplicate");
  await expect(page.getByLabel("Value, condition 2")).toHaveValue("3");
  await more("Put into a group");
  await expect(page.getByLabel("Value, condition 1.1")).toHaveValue("3");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByLabel("Value, condition 1", { exact: true })).toHaveValue("3");
  const conditions = ["<", ">="].map((op) => ({ field: "value.pAlive", op, value: 0.5 }));
  await writeRule(page, { any: conditions });
  await expect(page.getByLabel("Value, condition 1", { exact: true })).toHaveValue("50");
  await expect(page.getByLabel("Value, condition 2")).toHaveValue("50");
});

test("without a name nothing is lost, and a condition that is not finished is marked", async ({
  page,
}) => {
  test.setTimeout(90_000);
  await signIn(page, member("Ingrid"));
  await page.goto(`${LIST}/new`);
  await page.getByLabel("What is asked, condition 1").selectOption({ label: "complaints" });
  await page.getByRole("button", { name: "Create segment" }).click();
  await expect(page.getByText("Give the segment a name.")).toBeVisible();
  await expect(page.getByText("Give a value.").first()).toBeVisible();
  await expect(page.getByLabel("What is asked, condition 1")).toHaveValue("complaints.count");
});

test("fields of a rule keep their room in a narrow window and with text twice as large", async ({
  page,
  ownWorkspace,
}) => {
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/segments/new`);
  await writeRule(page, {
    any: [
      { all: [{ field: "orders.lastOn", op: "between", value: ["2026-01-01", "2026-02-01"] }] },
    ],
  });
  for (const { width, size } of [
    { width: 1440, size: "" },
    { width: 1024, size: "" },
    { width: 1280, size: "200%" },
    { width: 375, size: "" },
  ]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate((chosen) => {
      document.documentElement.style.fontSize = chosen;
    }, size);
    const fields = page.locator("fieldset[data-part] :is(input, select):visible");
    const narrowest = await fields.evaluateAll((all) =>
      Math.min(
        ...all.map(
          (field) => field.clientWidth / Number.parseFloat(getComputedStyle(field).fontSize),
        ),
      ),
    );
    expect(narrowest, `narrowest field in em at ${width} px ${size}`).toBeGreaterThan(4);
  }
});

test("a name without a space and groups six deep stay inside a phone", async ({
  page,
  ownWorkspace,
}) => {
  test.setTimeout(120_000);
  const list = `/w/${ownWorkspace.slug}/segments`;
  await signIn(page, ownWorkspace);
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto(`${list}/new`);
  const condition = { field: "orders.days", op: ">=", value: 2 };
  const deep = ["all", "any", "none", "all", "any", "none"].reduce<object>(
    (part, combination) => ({ [combination]: [part, condition] }),
    condition,
  );
  await writeRule(page, deep);
  await expect(page.getByLabel("Value, condition 1.1.1.1.1.1")).toHaveValue("2");
  await expectNoWider(page);
  const name = "Ж".repeat(120);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create segment" }).click();
  await page.waitForURL(/\/segments\/[0-9a-f-]{36}$/, { timeout: 60_000 });
  const own = new URL(page.url()).pathname;
  const target = `${list}/targeting/${own.split("/").at(-1)}`;
  for (const width of [375, 1440]) {
    await page.setViewportSize({ width, height: 812 });
    for (const path of [own, `${own}/edit`, list, `${list}/targeting`, target]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectNoWider(page);
    }
  }
});

/** Nothing stands beside the window. */
async function expectNoWider(page: Page): Promise<void> {
  const [whole, window] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth] as const;
  });
  expect(whole).toBeLessThanOrEqual(window);
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a segment is written as JSON, and its faults come back in words", async ({ page }) => {
    test.setTimeout(90_000);
    await signIn(page, member("Ingrid"));
    await page.goto(`${LIST}/new`);
    const name = `By hand ${Date.now()}`;
    await page.getByLabel("Name", { exact: true }).fill(name);
    const rule = page.getByLabel("Rule", { exact: true });
    await page.getByText("The rule as JSON").click();
    await rule.fill('{ "all": [ { "field": "orders.days", "op": ">=" } ] }');
    await page.getByRole("button", { name: "Create segment" }).click();
    await expect(page.getByText("Part 1, value: Give a value.")).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
    await expect(rule).toHaveValue(/"orders.days"/);
    await rule.fill('{ "all": [ { "field": "orders.days", "op": ">=", "value": 4 } ] }');
    await page.getByRole("button", { name: "Create segment" }).click();
    await page.waitForURL(/\/segments\/[0-9a-f-]{36}$/);
    await expect(page.getByText("Customers who bought on 4 or more days.")).toBeVisible();
    await page.getByText("Delete for good").click();
    await page.getByRole("button", { name: "Delete segment" }).click();
    await page.waitForURL(new RegExp(`${LIST}$`));
  });
});

test("a role that only reads sees segments and changes nothing", async ({ page }) => {
  await signIn(page, member("Helena"));
  await page.goto(LIST);
  await page.getByRole("link", { name: "Quiet Loyalists", exact: true }).first().click();
  await page.waitForURL(/\/segments\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1, name: "Quiet Loyalists" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Archive" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Change segment" })).toHaveCount(0);
});

for (const viewport of WIDTHS)
  test(`segments pass axe at ${viewport.width} px in both themes`, async ({ page, baseURL }) => {
    test.setTimeout(240_000);
    await page.setViewportSize(viewport);
    await signIn(page, member("Ingrid"));
    await page.goto(LIST);
    const link = page.getByRole("link", { name: "Let down by repairs", exact: true }).first();
    const one = (await link.getAttribute("href")) ?? "";
    for (const theme of ["light", "dark"]) {
      await page.context().addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
      for (const path of [LIST, one, `${one}/edit`]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        if (path.endsWith("/edit"))
          await expect(page.getByText(/% of 3,000 customers/)).toBeVisible({ timeout: 30_000 });
        await expectNoAxeViolations(page);
      }
    }
  });
