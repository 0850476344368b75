import { describe, expect, it } from "vitest";
import {
  matchesFilter,
  memberQuery,
  parseMemberFilter,
  unknownInMemberFilter,
} from "#lib/members/filter.ts";
import { invitationEnd, invitationState } from "#lib/members/invitation-state.ts";
import { isLastOwner } from "#lib/members/last-owner.ts";
import { parseAddresses } from "#lib/members/parse-addresses.ts";

describe("the last owner", () => {
  it("is the one nobody stands beside", () => {
    expect(isLastOwner([{ id: "a" }], "a")).toBe(true);
    expect(isLastOwner([{ id: "a" }, { id: "b" }], "a")).toBe(false);
  });

  it("is nobody who is no owner, also where there is none", () => {
    expect(isLastOwner([{ id: "a" }], "b")).toBe(false);
    expect(isLastOwner([], "b")).toBe(false);
  });
});

describe("an invitation", () => {
  const now = new Date("2026-11-22T10:00:00Z");
  const dates = { acceptedAt: null, revokedAt: null, expiresAt: invitationEnd(now) };

  it("is open for seven days to the millisecond", () => {
    expect(dates.expiresAt).toEqual(new Date("2026-11-29T10:00:00Z"));
    expect(invitationState(dates, new Date("2026-11-29T09:59:59.999Z"))).toBe("open");
    expect(invitationState(dates, dates.expiresAt)).toBe("expired");
  });

  it("that was accepted or taken back stays so, however old", () => {
    expect(invitationState({ ...dates, acceptedAt: now }, dates.expiresAt)).toBe("accepted");
    expect(invitationState({ ...dates, revokedAt: now }, now)).toBe("revoked");
  });
});

describe("a list of addresses", () => {
  it.each([
    ["a@x.example", [["a@x.example", ""]]],
    [
      "A@X.example, b@x.example;c@x.example",
      [
        ["a@x.example", ""],
        ["b@x.example", ""],
        ["c@x.example", ""],
      ],
    ],
    [
      'Mira Vogt <mira@x.example>\r\n"Bo Berg" <bo@x.example>',
      [
        ["mira@x.example", "Mira Vogt"],
        ["bo@x.example", "Bo Berg"],
      ],
    ],
    ["a@x.example\n a@X.example ", [["a@x.example", ""]]],
    [" \n,", []],
  ])("%j is read as who is meant, each once", (text, invitees) => {
    const parsed = parseAddresses(text);
    expect(parsed.bad).toEqual([]);
    expect(parsed.invitees.map(({ email, name }) => [email, name])).toEqual(invitees);
  });

  it("names what is no address", () => {
    expect(parseAddresses("a@x.example, nobody, Bo <bo>").bad).toEqual(["nobody", "Bo <bo>"]);
  });
});

describe("the filter of members", () => {
  const member = {
    name: "Ada Owens",
    email: "ada@x.example",
    role: "owner" as const,
    departments: [{ id: "d1", name: "Sales" }],
  };

  it("travels in the address and back", () => {
    const filter = { search: "ada", role: "owner" as const, departmentId: "d1" };
    const params = Object.fromEntries(new URLSearchParams(memberQuery(filter)));
    expect(parseMemberFilter(params)).toEqual(filter);
    expect(memberQuery(parseMemberFilter({ role: "boss", search: " " }))).toBe("");
  });

  it("tells which role nobody has", () => {
    expect(unknownInMemberFilter({ role: "boss", search: "a", department: "d1" })).toEqual([
      { field: "role", value: "boss" },
    ]);
    expect(unknownInMemberFilter({ role: "auditor", search: "" })).toEqual([]);
  });

  it.each([
    [{ search: "OWENS" }, true],
    [{ search: "ada@" }, true],
    [{ role: "owner" }, true],
    [{ department: "d1" }, true],
    [{ search: "bo" }, false],
    [{ role: "auditor" }, false],
    [{ department: "d2" }, false],
    [{ search: "ada", role: "auditor" }, false],
  ])("%j matches: %s", (params, isMatch) => {
    expect(matchesFilter(member, parseMemberFilter(params))).toBe(isMatch);
  });
});
