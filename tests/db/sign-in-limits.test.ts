import { beforeAll, describe, expect, it } from "vitest";
import type { Caller } from "#lib/auth/caller.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { newId } from "#lib/db/new-ids.ts";
import { memberWithPassword, PASSWORD, type TestMember } from "#tests/support/member.ts";

type Outcome = "in" | "wrong" | "slowed";

const stranger = (address: string): Caller => ({ address, devices: [] });
const addressOf = (index: number) => `198.51.${Math.floor(index / 250)}.${index % 250}`;

async function tryToSignIn(email: string, password: string, caller: Caller): Promise<Outcome> {
  try {
    await signIn({ email, password }, caller);
    return "in";
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "unauthenticated") return "wrong";
    if (code === "too_many_requests") return "slowed";
    throw error;
  }
}

/** How many of `count` tries were answered at all, ten at a time. */
async function answered(count: number, attempt: (index: number) => Promise<Outcome>) {
  const outcomes: Outcome[] = [];
  for (let start = 0; start < count; start += 10) {
    const round = Array.from({ length: Math.min(10, count - start) }, (_, i) => attempt(start + i));
    outcomes.push(...(await Promise.all(round)));
  }
  return outcomes.filter((outcome) => outcome !== "slowed").length;
}

let member: TestMember;
beforeAll(async () => {
  member = await memberWithPassword();
});

describe("a thousand guesses at one account", () => {
  it("from one address are answered ten times, and the owner elsewhere comes in", async () => {
    const guess = () => tryToSignIn(member.email, "wrong", stranger("203.0.113.1"));
    expect(await answered(1000, guess)).toBe(10);
    expect(await tryToSignIn(member.email, PASSWORD, stranger("203.0.113.1"))).toBe("slowed");
    expect(await tryToSignIn(member.email, PASSWORD, stranger("203.0.113.2"))).toBe("in");
  });

  it("from a thousand addresses are answered fifty times at most, and a known browser comes in", async () => {
    const target = await memberWithPassword();
    const guess = (index: number) => tryToSignIn(target.email, "wrong", stranger(addressOf(index)));
    expect(await answered(1000, guess)).toBe(50);
    expect(await tryToSignIn(target.email, PASSWORD, stranger("203.0.113.3"))).toBe("slowed");
    const devices = [{ accountId: target.accountId, deviceId: newId() }];
    const known = { address: addressOf(1), devices };
    expect(await tryToSignIn(target.email, PASSWORD, known)).toBe("in");
  });

  it("from a browser that is known for another account get no counter of their own", async () => {
    const target = await memberWithPassword();
    const devices = [{ accountId: member.accountId, deviceId: newId() }];
    const guess = () => tryToSignIn(target.email, "wrong", { address: "203.0.113.4", devices });
    expect(await answered(30, guess)).toBe(10);
  });

  it("from a known browser itself are answered ten times", async () => {
    const target = await memberWithPassword();
    const devices = [{ accountId: target.accountId, deviceId: newId() }];
    const guess = () => tryToSignIn(target.email, "wrong", { address: "203.0.113.5", devices });
    expect(await answered(30, guess)).toBe(10);
  });
});

describe("a thousand accounts tried from one address", () => {
  it("are answered a hundred times, and a known browser at that address comes in", async () => {
    const address = "203.0.113.6";
    const guess = (index: number) =>
      tryToSignIn(`person-${index}@example.com`, "wrong", stranger(address));
    expect(await answered(1000, guess)).toBe(100);
    const devices = [{ accountId: member.accountId, deviceId: newId() }];
    expect(await tryToSignIn(member.email, PASSWORD, { address, devices })).toBe("in");
  });
});

describe("a right password", () => {
  it("is no guess: signing in a hundred and ten times slows nobody", async () => {
    const target = await memberWithPassword();
    const attempt = () => tryToSignIn(target.email, PASSWORD, stranger("203.0.113.7"));
    expect(await answered(110, attempt)).toBe(110);
  });
});

describe("the time of a refusal", () => {
  // A machine that is busy with something else at the wrong moment may try again.
  it("is within a fifth for a known and an unknown address", { retry: 2 }, async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    const time = async (email: string, index: number) => {
      // A new address each time, so that every try is looked at in full.
      const caller = stranger(`2001:db8::${index.toString(16)}`);
      const before = performance.now();
      await tryToSignIn(email, "wrong", caller);
      return performance.now() - before;
    };
    const target = await memberWithPassword();
    await time("warm-up@example.com", 0);
    const measure = {
      known: async (run: number) => times.known.push(await time(target.email, run)),
      unknown: async (run: number) =>
        times.unknown.push(await time(`nobody-${run}@example.com`, 1000 + run)),
    };
    // In turn, and each first as often: what the machine does beside hits both alike.
    for (let run = 1; run <= 41; run++) {
      const [first, second] =
        run % 2 ? (["known", "unknown"] as const) : (["unknown", "known"] as const);
      await measure[first](run);
      await measure[second](run);
    }
    const median = (values: number[]) => values.toSorted((left, right) => left - right)[20] ?? 0;
    const [known, unknown] = [median(times.known), median(times.unknown)];
    expect(Math.abs(unknown / known - 1)).toBeLessThan(0.2);
  });
});
