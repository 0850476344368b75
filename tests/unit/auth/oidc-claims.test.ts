import { expect, it } from "vitest";
import { personOfClaims } from "#lib/auth/oidc/claims.ts";

const CLAIMS = { iss: "https://login.example", sub: "42", email: "Ann@Example.com" };

it.each([
  [true, true],
  ["true", true],
  [false, false],
  ["false", false],
  [undefined, false],
  [null, false],
  ["yes please", false],
])("takes email_verified %j for %s", (email_verified, isEmailVerified) => {
  const person = personOfClaims({ ...CLAIMS, email_verified });
  expect(person).toMatchObject({ isEmailVerified, email: "ann@example.com" });
});

it("calls a person by name, else by user name, else by what stands before the @", () => {
  expect(personOfClaims({ ...CLAIMS, name: " Ann ", preferred_username: "a" }).name).toBe("Ann");
  expect(personOfClaims({ ...CLAIMS, name: " ", preferred_username: "annie" }).name).toBe("annie");
  expect(personOfClaims(CLAIMS).name).toBe("ann");
  expect(personOfClaims({ ...CLAIMS, name: "n".repeat(500) }).name).toHaveLength(120);
});

it("takes what is no e-mail address for none", () => {
  for (const email of ["not an address", "", 7, null, undefined])
    expect(personOfClaims({ ...CLAIMS, email }).email).toBeNull();
});

it("refuses claims without a subject", () => {
  for (const sub of [undefined, "", 7]) expect(() => personOfClaims({ ...CLAIMS, sub })).toThrow();
});
