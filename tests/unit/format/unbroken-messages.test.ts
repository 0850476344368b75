import { expect, it } from "vitest";
import { unbrokenMessages } from "#lib/format/unbroken-messages.ts";

it("keeps a number of cases, and a percentage, on one line", () => {
  expect(
    unbrokenMessages({
      caption: "By month · n = {count, plural, one {# order} other {# orders}}",
      nested: { reach: "{interval}, n {n}" },
      share: "95 % interval",
      when: "Seen {day}",
    }),
  ).toEqual({
    caption: "By month · n\u00a0=\u00a0{count, plural, one {# order} other {# orders}}",
    nested: { reach: "{interval}, n\u00a0{n}" },
    share: "95\u00a0% interval",
    when: "Seen {day}",
  });
});
