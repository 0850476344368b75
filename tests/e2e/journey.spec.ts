import type { Page } from "playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import { waitForMail } from "#tests/support/mail-server.ts";
import { givePassword, newPerson, signOut, signUp, turnOnTwoStep } from "#tests/support/person.ts";

/** Open the link of the latest mail to that address that leads to `place`. */
async function openMailedLink(page: Page, to: string, place: string): Promise<void> {
  const hasLink = new RegExp(`http://\\S+/${place}/\\S+`);
  const { text } = await waitForMail(to, (mail) => hasLink.test(mail.text));
  await page.goto(hasLink.exec(text)?.[0] ?? "");
}

test("mail leads from sign-up to a colleague, whose second step outlives a new password", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const founder = newPerson();
  const slug = await signUp(page, founder);
  await openMailedLink(page, founder.email, "verify-email");
  await page.getByRole("button", { name: "Confirm the address" }).click();
  await page.waitForURL(`/w/${slug}`);

  const colleague = newPerson();
  await page.goto(`/w/${slug}/settings/members/invite`);
  await page.getByLabel("E-mail addresses").fill(colleague.email);
  await page.getByRole("button", { name: "Make invitations" }).click();
  await expect(page.getByText("Also sent by mail.")).toBeVisible();

  const other = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  await openMailedLink(other, colleague.email, "invitation");
  await expect(other.getByText(founder.workspace).first()).toBeVisible();
  await other.getByLabel("Your name").fill(colleague.name);
  await other.getByLabel("Password", { exact: true }).fill(colleague.password);
  await other.getByRole("button", { name: "Join" }).click();
  await other.waitForURL(`/w/${slug}`);
  // The link came by mail, so the address needs no other proof.
  await expect(other.getByRole("button", { name: "Send again" })).toHaveCount(0);

  await other.goto(`/w/${slug}/account/security`);
  const { app } = await turnOnTwoStep(other);
  await signOut(other);
  await other.getByRole("link", { name: "Forgot it?" }).click();
  // The sign-in has a field of the same name.
  await other.waitForURL("/forgot-password");
  await other.getByLabel("E-mail").fill(colleague.email);
  await other.getByRole("button", { name: "Send the link" }).click();
  await expect(other.getByText(/a link is on its way/)).toBeVisible();
  await openMailedLink(other, colleague.email, "reset-password");
  const password = "four other quiet words";
  await other.getByLabel("Password", { exact: true }).fill(password);
  await other.getByRole("button", { name: "Save the password" }).click();
  await expect(other.getByText(/all your sessions have ended/)).toBeVisible();
  await givePassword(other, { ...colleague, password });
  await other.getByLabel("Code").fill(await app.next());
  await other.getByRole("button", { name: "Sign in" }).click();
  await other.waitForURL(/\/w\//);
  const told = await waitForMail(colleague.email, ({ subject }) => /password/i.test(subject));
  expect(told.text).not.toContain(password);
  await other.context().close();
});
