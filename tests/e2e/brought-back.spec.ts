import { v7 as uuidv7 } from "uuid";
import { enterWorkspace } from "#lib/admin/owner-client.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";
import { asOwner } from "#tests/support/owner.ts";
import { addClaim, makePersona } from "#tests/support/persona-forms.ts";

test("a deleted interview is brought back with what was cut out of it", async ({
  page,
  ownWorkspace,
}) => {
  await signIn(page, ownWorkspace);
  const base = `/w/${ownWorkspace.slug}`;
  await page.goto(`${base}/needs/new`);
  await page.getByLabel("In the customer’s words").fill("Somebody gives me a time");
  await page.getByRole("button", { name: "Add the need" }).click();
  await expect(page).toHaveURL(/needs\/[0-9a-f-]{36}$/);
  const need = page.url();
  await page.goto(`${base}/personae/interviews/new`);
  await page.getByLabel("Title").fill("A landlord");
  await page.getByLabel("Notes").fill("Give me a time.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "A landlord" })).toBeVisible();
  await page.getByLabel("The words that count").fill("Give me a time.");
  await page.getByLabel("Evidence for").selectOption({ label: "Need · Somebody gives me a time" });
  await page.getByRole("button", { name: "Make it evidence" }).click();
  await expect(page.getByRole("status").filter({ hasText: "It is evidence now." })).toBeVisible();
  await expect(page.getByLabel("The words that count")).toHaveValue("");
  await expect(page.getByRole("blockquote")).toHaveText("Give me a time.");
  await expect(page.getByText("One need or claim is left without any.")).toBeVisible();
  await page.getByRole("button", { name: "Delete the interview" }).click();
  await expect(page.getByRole("heading", { name: "No interview yet" })).toBeVisible();
  await page.getByRole("button", { name: "Bring back: A landlord" }).click();
  const said = page.getByRole("status").filter({ hasText: "Brought back: A landlord" });
  await expect(said.getByRole("link", { name: "A landlord" })).toBeFocused();
  await page.goto(need);
  await expect(page.getByRole("heading", { name: "One source speaks for it" })).toBeVisible();
});

test("a removed claim is brought back, and a deleted persona with its claims", async ({
  page,
  ownWorkspace,
}) => {
  const { slug } = ownWorkspace;
  await asOwner(async (client) => {
    await client.query("BEGIN");
    await enterWorkspace(client, slug);
    const words = "INSERT INTO customer_segment (id, name) VALUES ($1, 'Landlords & Lets')";
    await client.query(words, [uuidv7()]);
    await client.query("COMMIT");
  });
  await signIn(page, ownWorkspace);
  const base = `/w/${slug}/personae`;
  await makePersona(page, base, "Marta Reyes-Holm");
  const persona = page.url();
  const claim = "Calls within an hour";
  await addClaim(page, claim, "2099-01-31");
  const link = page.getByRole("link", { name: `Edit: ${claim}` });
  await link.click();
  await expect(page.getByText("It has no evidence. For a day,")).toBeVisible();
  await page.getByRole("button", { name: "Remove the claim" }).click();
  await expect(page).toHaveURL(persona);
  await expect(page.getByRole("heading", { name: "Deleted lately" })).toBeVisible();
  await expect(link).toHaveCount(0);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: `Bring back: ${claim}` }).click();
  const said = page.getByRole("status").filter({ hasText: "Brought back:" });
  await expect(said.getByRole("link", { name: claim })).toBeFocused();
  await expect(link).toBeVisible();

  await page.goto(`${persona}/edit`);
  await page.getByRole("button", { name: "Archive Marta Reyes-Holm" }).click();
  await expect(page.getByRole("heading", { name: "Archived personae" })).toBeVisible();
  await page.goto(`${persona}/edit`);
  await page.getByRole("button", { name: "Delete Marta Reyes-Holm" }).click();
  await expect(page.getByRole("heading", { name: "No persona yet" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Bring back: Marta Reyes-Holm" }).click();
  await expect(said.getByRole("link", { name: "Marta Reyes-Holm" })).toBeFocused();
  await page.getByRole("button", { name: "Restore Marta Reyes-Holm" }).click();
  await expect(page.getByRole("heading", { name: "Archived personae" })).toHaveCount(0);
  await page.goto(persona);
  await expect(link).toBeVisible();
});
