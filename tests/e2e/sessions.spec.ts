import type { BrowserContext } from "playwright/test";
import { expect, signIn, test } from "#tests/support/browser.ts";
import { asOwner } from "#tests/support/owner.ts";
import { givePassword, newPerson, signOut, signUp, tokenFor } from "#tests/support/person.ts";

const NEW_PASSWORD = "other quiet words";

/** The session's cookie as a thief would copy it. */
async function copiedCookie(context: BrowserContext): Promise<string> {
  const cookies = await context.cookies();
  const session = cookies.find(({ name }) => name.endsWith("session-token"));
  return `${session?.name}=${session?.value}`;
}

test("a copied cookie is refused at the next request after whatever ends a session", async ({
  browser,
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const person = newPerson();
  const slug = await signUp(page, person);
  const asThief = async (cookie: string) => {
    const headers = { cookie };
    return (await request.get(`/w/${slug}`, { headers, maxRedirects: 0 })).status();
  };
  const ends = async (what: string, change: () => Promise<void>) => {
    const cookie = await copiedCookie(page.context());
    expect(await asThief(cookie), `before: ${what}`).toBe(200);
    await change();
    expect(await asThief(cookie), what).toBe(307);
  };
  const again = async (password = person.password) => {
    const before = await copiedCookie(page.context());
    await page.goto("/sign-in");
    if (page.url().includes("/sign-in")) await givePassword(page, { ...person, password });
    await page.waitForURL(/\/w\//);
    expect(await copiedCookie(page.context()), "a session id of its own").not.toBe(before);
  };

  await ends("sign-out", () => signOut(page));
  await again();

  const elsewhere = await browser.newPage();
  await signIn(elsewhere, person);
  const change = async () => {
    await elsewhere.goto(`/w/${slug}/account/security`);
    await elsewhere.getByLabel("Present password").fill(person.password);
    await elsewhere.getByLabel("New password").fill(NEW_PASSWORD);
    await elsewhere.getByRole("button", { name: "Change password" }).click();
    await expect(elsewhere.getByText(/You stay signed in here/)).toBeVisible();
  };
  await ends("a password change", change);
  await elsewhere.goto(`/w/${slug}`);
  await expect(elsewhere).toHaveURL(`/w/${slug}`);
  await page.context().clearCookies();
  await again(NEW_PASSWORD);

  await ends("the session ended by its owner elsewhere", async () => {
    await elsewhere.goto(`/w/${slug}/account/security`);
    await elsewhere.getByRole("button", { name: "End all other sessions" }).click();
    await expect(elsewhere.getByText("One browser is signed in")).toBeVisible();
  });
  await page.context().clearCookies();
  await again(NEW_PASSWORD);

  await ends("a password reset", async () => {
    await elsewhere.goto(`/reset-password/${await tokenFor(person.email, "reset_password")}`);
    await elsewhere.getByLabel("Password", { exact: true }).fill(person.password);
    await elsewhere.getByRole("button", { name: "Save the password" }).click();
    await elsewhere.waitForURL(/\/sign-in/);
  });
  await page.context().clearCookies();
  await again();

  const inTenant = (sql: string) =>
    asOwner(async (client) => {
      const by = "account_id = (SELECT id FROM account WHERE email = $1)";
      await client.query("BEGIN");
      await client.query("SET LOCAL ROLE app_definer");
      const { rows } = await client.query<{ tenant_id: string }>(
        `SELECT tenant_id FROM membership WHERE ${by}`,
        [person.email],
      );
      await client.query("RESET ROLE");
      await client.query("SELECT app_set_tenant($1)", [rows[0]?.tenant_id]);
      await client.query(`UPDATE membership SET ${sql} WHERE ${by}`, [person.email]);
      await client.query("COMMIT");
    });
  await ends("a role change", () => inTenant("role = 'cx_manager', access_changed_at = now()"));
  await page.goto(`/w/${slug}/customers?q=ana`);
  await expect(page.getByText(/Your role in this workspace changed/)).toBeVisible();
  await givePassword(page, person);
  await expect(page).toHaveURL(`/w/${slug}/customers?q=ana`);

  await ends("a disabled account", () =>
    asOwner(async (client) => {
      await client.query("UPDATE account SET disabled_at = now() WHERE email = $1", [person.email]);
    }),
  );
  await elsewhere.close();
});
