import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isSignedWith, newWebhookSecret, signWebhook } from "#lib/auth/webhook-signature.ts";
import { isWebhookSecret } from "#lib/webhooks/is-webhook-secret.ts";

/** The worked example of the Standard Webhooks specification and its libraries. */
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const MESSAGE = {
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  timestamp: "1614265330",
  body: '{"test": 2432232314}',
};
const SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

const byHand = (secret: string, { id, timestamp, body } = MESSAGE) =>
  `v1,${createHmac("sha256", Buffer.from(secret.slice(6), "base64"))
    .update(`${id}.${timestamp}.${body}`)
    .digest("base64")}`;

describe("the signature of a webhook", () => {
  it("is that of the Standard Webhooks specification", () => {
    expect(signWebhook(MESSAGE, [SECRET])).toBe(SIGNATURE);
    expect(byHand(SECRET)).toBe(SIGNATURE);
  });

  it("covers bytes as they are, whatever they say", () => {
    const body = Buffer.from([0xff, 0x00, 0x7b, 0x0a]);
    const signature = signWebhook({ ...MESSAGE, body }, [SECRET]);
    expect(isSignedWith({ ...MESSAGE, body }, signature, [SECRET])).toBe(true);
    expect(isSignedWith({ ...MESSAGE, body: body.subarray(1) }, signature, [SECRET])).toBe(false);
  });

  it("is made with both secrets while one follows the other, and either opens it", () => {
    const next = newWebhookSecret();
    const both = signWebhook(MESSAGE, [next, SECRET]);
    expect(both).toBe(`${byHand(next)} ${SIGNATURE}`);
    for (const secret of [next, SECRET]) expect(isSignedWith(MESSAGE, both, [secret])).toBe(true);
    expect(isSignedWith(MESSAGE, SIGNATURE, [next, SECRET])).toBe(true);
    expect(isSignedWith(MESSAGE, SIGNATURE, [next])).toBe(false);
  });

  it.each([
    ["another id", { ...MESSAGE, id: "msg_2" }, SIGNATURE],
    ["another second", { ...MESSAGE, timestamp: "1614265331" }, SIGNATURE],
    ["another body", { ...MESSAGE, body: '{"test": 2432232315}' }, SIGNATURE],
    ["another version", MESSAGE, SIGNATURE.replace("v1,", "v1a,")],
    ["a shorter signature", MESSAGE, "v1,g0hM9SsE"],
    ["an empty signature", MESSAGE, "v1,"],
    ["no signature", MESSAGE, ""],
  ])("does not hold for %s", (_, message, signature) => {
    expect(isSignedWith(message, signature, [SECRET])).toBe(false);
  });

  it("never holds where there is no secret", () => {
    expect(isSignedWith(MESSAGE, SIGNATURE, [])).toBe(false);
  });
});

describe("the secret of a webhook", () => {
  it("is new every time, and of 32 bytes", () => {
    const [one, other] = [newWebhookSecret(), newWebhookSecret()];
    expect(one).not.toBe(other);
    expect(Buffer.from(one.slice(6), "base64")).toHaveLength(32);
    expect(isWebhookSecret(one)).toBe(true);
  });

  it.each([
    "",
    "whsec_",
    "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "whsec_c2hvcnQ=",
    "whsec_ä",
    `whsec_${"A".repeat(100)}`,
  ])("of another shape is none: %s", (text) => expect(isWebhookSecret(text)).toBe(false));
});
