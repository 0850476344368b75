import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";
import { importText } from "#tests/support/two-workspaces.ts";

const IMPORTANT = "How important is a call before the visit?";
const SATISFIED = "How satisfied are you with the call?";
const STATEMENT = "Somebody calls me before they come";

/** 100 answers to each: 90 find it important, 40 are satisfied. */
function survey(): string {
  const lines = Array.from({ length: 100 }, (_, at) => [
    `A${at},C${at},2026-05-01,${IMPORTANT},${at < 90 ? 5 : 2},1,5`,
    `B${at},C${at},2026-05-01,${SATISFIED},${at < 40 ? 4 : 1},1,5`,
  ]).flat();
  return `response_id,customer_id,date,question,score,scale_min,scale_max\n${lines.join("\n")}\n`;
}

test("a need is written down, measured by two questions of a survey, and stands among the opportunities", async ({
  page,
  ownWorkspace,
}) => {
  test.setTimeout(180_000);
  await importText(ownWorkspace.slug, "signals", survey());
  await signIn(page, ownWorkspace);
  const base = `/w/${ownWorkspace.slug}/needs`;
  await page.goto(base);
  await expect(page.getByRole("heading", { name: "No needs yet" })).toBeVisible();
  await page.getByRole("link", { name: "Add a need" }).click();
  await page.getByRole("button", { name: "Add the need" }).click();
  await expect(page.getByText("Write the need as a customer would say it.")).toBeVisible();
  await page.getByLabel("In the customer’s words").fill(STATEMENT);
  await page.getByRole("button", { name: "Add the need" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(STATEMENT);
  await expect(page.getByText("Nobody has asked yet").first()).toBeVisible();

  for (const [question, aspect] of [
    [IMPORTANT, "How important it is"],
    [SATISFIED, "How well it is met"],
  ] as const) {
    await page.goto(`${base}/questions`);
    await page.getByRole("link", { name: `Map: ${question}` }).click();
    await expect(page.getByLabel("Question", { exact: true }).locator(":checked")).toContainText(
      question,
    );
    await page.getByLabel("It asks").selectOption({ label: aspect });
    await page.getByLabel("Need", { exact: true }).selectOption({ label: STATEMENT });
    await page.getByRole("button", { name: "Map the question" }).click();
    await expect(
      page.getByRole("button", { name: `Take back: ${question}, ${aspect}` }),
    ).toBeVisible();
  }

  await page.goto(base);
  const row = page.getByRole("row", { name: new RegExp(STATEMENT) });
  await expect(row).toContainText("14.0");
  await expect(row).toContainText("High");
  await row.getByRole("link").first().click();
  await expect(
    page.getByRole("heading", { name: "A high opportunity: important, and poorly met." }),
  ).toBeVisible();
  await expect(page.getByText("95 % interval 12.2 – 15.3")).toBeVisible();
  await expectNoAxeViolations(page);

  await page.getByRole("link", { name: "Needs", exact: true }).first().click();
  await page.getByRole("link", { name: "Opportunities" }).click();
  await expect(
    page.getByRole("heading", { name: /^One of 1 needs is a high or extreme opportunity/ }),
  ).toBeVisible();
  await expect(page.getByLabel("Importance and satisfaction of 1 need")).toBeVisible();
  const csv = await page.request.get(`${base}/export?format=csv`);
  expect(await csv.text()).toContain(`${STATEMENT},functional,,14`);
});

test("a report measures a need, a need that has something is deleted only on purpose", async ({
  page,
  ownWorkspace,
}) => {
  test.setTimeout(120_000);
  await signIn(page, ownWorkspace);
  const base = `/w/${ownWorkspace.slug}/needs`;
  await page.goto(`${base}/new`);
  await page.getByLabel("In the customer’s words").fill(STATEMENT);
  await page.getByRole("button", { name: "Add the need" }).click();
  await page.getByText("Write down what a report says", { exact: true }).click();
  await page.getByLabel("Answered").fill("50");
  await page.getByLabel("Chose 4 or 5 of 5").fill("60");
  await page.getByLabel("Where it stands").fill("Market study, p. 3");
  await page.getByLabel("Asked on").fill("2026-02-03");
  await page.getByRole("button", { name: "Add the report" }).click();
  await expect(page.getByText("No more can have chosen 4 or 5 than answered.")).toBeVisible();
  await page.getByLabel("Chose 4 or 5 of 5").fill("40");
  await page.getByRole("button", { name: "Add the report" }).click();
  await expect(page.getByText("Market study, p. 3, 3 Feb 2026").first()).toBeVisible();
  await page.getByRole("button", { name: "Delete this need" }).click();
  const refusal = "1 report rests on this need. Say that the need may be deleted all the same";
  await expect(page.getByRole("alert").filter({ hasText: refusal })).toBeVisible();
  await expect(page.getByLabel("Delete it along with these")).toBeFocused();
  await expect(page.getByRole("listitem").filter({ hasText: "1 report" })).toBeVisible();
  await page.getByLabel("Delete it along with these").check();
  await page.getByRole("button", { name: "Delete this need" }).click();
  await expect(page.getByRole("heading", { name: "No needs yet" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Deleted lately" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: `Bring back: ${STATEMENT}` }).click();
  const said = page.getByRole("status").filter({ hasText: `Brought back: ${STATEMENT}` });
  await expect(said.getByRole("link", { name: STATEMENT })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Market study, p. 3, 3 Feb 2026").first()).toBeVisible();
});
