import { expect, it } from "vitest";
import { makeWorkspace, signUp } from "#lib/accounts/index.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { findCredentials } from "#lib/db/directory.ts";
import { memberWithPassword, PASSWORD, signedInAs } from "#tests/support/member.ts";

// Read at its first use, and once: a file of its own.
process.env["SIGN_UP"] = "closed";

const workspace = { workspaceName: "North", currency: "EUR", timeZone: "UTC", locale: "en-GB" };

it("makes neither account nor workspace where the operator closed the sign-up", async () => {
  const email = "stranger@example.com";
  const input = { ...workspace, name: "Ana", email, password: PASSWORD };
  await expect(withAccounts((tx) => signUp(tx, input))).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await findCredentials(email)).toBeNull();
  const person = await signedInAs(await memberWithPassword());
  await expect(withAccounts((tx) => makeWorkspace(tx, person, workspace))).rejects.toMatchObject({
    code: "forbidden",
  });
});
