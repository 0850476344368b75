import { describe, expect, it } from "vitest";
import { limitedAddress, plainAddress } from "#lib/http/normal-address.ts";

describe("the address a limit counts", () => {
  it.each([
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::FFFF", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002::", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ])("is the /64 of %s", (given, counted) => {
    expect(limitedAddress(given)).toBe(counted);
  });

  it("is another one in the next network", () => {
    expect(limitedAddress("2001:db8:1:3::1")).not.toBe(limitedAddress("2001:db8:1:2::1"));
  });

  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["203.0.113.7:555", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["::FFFF:cb00:7107", "203.0.113.7"],
    ["[::ffff:203.0.113.7]:555", "203.0.113.7"],
    ["unknown", "unknown"],
    ["no:address", "no:address"],
  ])("of %s is %s", (given, counted) => {
    expect(limitedAddress(given)).toBe(counted);
  });
});

describe("the address people read", () => {
  it.each([
    ["[::1]:555", "::1"],
    ["2001:0DB8:0:0::9", "2001:db8::9"],
    ["1.2.3.4:555", "1.2.3.4"],
    ["::ffff:1.2.3.4", "1.2.3.4"],
    ["not an address", "not an address"],
  ])("of %s is %s", (given, shown) => {
    expect(plainAddress(given)).toBe(shown);
  });
});
