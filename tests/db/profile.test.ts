import { describe, expect, it } from "vitest";
import { saveProfile } from "#lib/accounts/index.ts";
import { findAccount, setTheme, withAccounts } from "#lib/db/accounts.ts";
import { resolveSession } from "#lib/db/directory.ts";
import { memberWithPassword, signedInAs } from "#tests/support/member.ts";

describe("the profile", () => {
  it("is what the next request sees", async () => {
    const person = await signedInAs(await memberWithPassword());
    const preferences = {
      locale: "de-DE",
      timeZone: "Europe/Vienna",
      theme: "dark",
      density: "compact",
      hasSingleKeys: false,
    } as const;
    await withAccounts((tx) => saveProfile(tx, person, { name: "Ana Sol", ...preferences }));
    expect(await resolveSession(person.sessionId)).toMatchObject([
      { name: "Ana Sol", preferences },
    ]);
    await withAccounts((tx) => setTheme(tx, person.accountId, "light"));
    const account = await withAccounts((tx) => findAccount(tx, person.accountId));
    expect(account?.preferences).toEqual({ ...preferences, theme: "light" });
  });
});
