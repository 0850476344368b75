import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { POST } from "#app/api/v1/hooks/[id]/route.ts";
import type { Session } from "#lib/auth/types.ts";
import { newWebhookSecret, signWebhook } from "#lib/auth/webhook-signature.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  createHook,
  deleteHook,
  getHook,
  listHooks,
  listReceived,
  rotateHookSecret,
  switchHook,
} from "#lib/webhooks/index.ts";
import { CreateHook } from "#lib/webhooks/schema.ts";
import type { MadeSecret } from "#lib/webhooks/types.ts";
import { call } from "#tests/support/api.ts";
import { asApplication, storedActions } from "#tests/support/audit.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { HOOK_ITEM } from "#tests/support/webhooks.ts";

let session: Session;
let hook: MadeSecret;
beforeEach(async () => {
  session = (await makeTenant()).session;
  hook = await make();
});

const write = <T>(work: Parameters<typeof withTenant<T>>[2], who = session) =>
  withTenant(who, "webhook:write", work);
const make = (given: object = {}, who = session) =>
  write((tx) => createHook(tx, who, CreateHook.parse({ name: "Survey", ...given })), who);

const ONE = JSON.stringify({ items: [HOOK_ITEM] });

type Sent = {
  to?: string;
  secret?: string;
  id?: string;
  agoSeconds?: number;
  body?: string;
  sentBody?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
};

/** Send a message as its sender would; `sentBody` is another one than was signed. */
function send(options: Sent = {}): Promise<Response> {
  const {
    to = hook.id,
    secret = hook.secret,
    id = randomUUID(),
    agoSeconds = 0,
    body = ONE,
  } = options;
  const timestamp = String(Math.floor(Date.now() / 1000) - agoSeconds);
  return call(POST, `/api/v1/hooks/${to}`, {
    method: "POST",
    params: { id: to },
    body: options.sentBody ?? body,
    headers: {
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": signWebhook({ id, timestamp, body }, [secret]),
      // A caller of its own, so that no test uses up another's tries.
      "x-forwarded-for": session.workspace.id,
      ...options.headers,
    },
  });
}

const signals = (who = session) =>
  withTenant(who, "signal:read", (tx) =>
    tx.signal.findMany({
      select: {
        externalId: true,
        score: true,
        body: true,
        changedImportId: true,
        source: { select: { name: true } },
        customer: { select: { externalId: true } },
      },
      orderBy: { externalId: "asc" },
    }),
  );

async function expectRefused(answer: Promise<Response>): Promise<void> {
  const response = await answer;
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ detail: "This message was not accepted." });
  expect(await signals()).toEqual([]);
}

describe("an incoming hook", () => {
  it("changes nothing of what a message leaves out; an explicit null clears", async () => {
    await send();
    const bare = { externalId: "a-1", occurredOn: "2026-11-20" };
    await send({ body: JSON.stringify({ items: [{ ...bare, body: "Late" }] }) });
    expect(await signals()).toMatchObject([{ score: 9, body: "Late" }]);
    await send({ body: JSON.stringify({ items: [{ ...bare, score: null }] }) });
    expect(await signals()).toMatchObject([{ score: null, body: "Late" }]);
  });

  it("writes what a signed message holds, with the customers and names it names", async () => {
    const response = await send();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ isRepeated: false, created: 1, updated: 0 });
    expect(await signals()).toEqual([
      {
        ...{ externalId: "a-1", score: 9, body: null, changedImportId: null },
        ...{ source: { name: "Survey" }, customer: { externalId: "ann@example.com" } },
      },
    ]);
    expect(await write((tx) => listReceived(tx, hook.id))).toMatchObject([
      { created: 1, updated: 0 },
    ]);
    expect(await storedActions(session)).toEqual([
      "source.created",
      "hook.created",
      "hook.received",
    ]);
  });

  it("changes a row that comes with other words, and leaves one alone that is the same", async () => {
    await send();
    expect(await (await send()).json()).toMatchObject({ created: 0, updated: 0 });
    const body = JSON.stringify({
      items: [
        { ...HOOK_ITEM, score: 3 },
        { ...HOOK_ITEM, externalId: "a-2" },
      ],
    });
    expect(await (await send({ body })).json()).toMatchObject({ created: 1, updated: 1 });
    expect((await signals()).map(({ score }) => score)).toEqual([3, 9]);
  });

  it("acknowledges a message that comes again and applies it once, also many at the same time", async () => {
    const id = "msg_same";
    const answers = await Promise.all(Array.from({ length: 10 }, () => send({ id })));
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(bodies.filter(({ isRepeated }) => !isRepeated)).toHaveLength(1);
    const body = JSON.stringify({ items: [{ ...HOOK_ITEM, score: 1 }] });
    expect(await (await send({ id, body })).json()).toMatchObject({ isRepeated: true });
    expect((await signals()).map(({ score }) => score)).toEqual([9]);
  });

  it("refuses a wrong signature, an altered body, another id and no signature, and says no more than that", async () => {
    await expectRefused(send({ secret: newWebhookSecret() }));
    await expectRefused(send({ sentBody: ONE.replace("9", "0") }));
    await expectRefused(send({ headers: { "webhook-id": "another" } }));
    await expectRefused(send({ headers: { "webhook-signature": "" } }));
    await expectRefused(send({ headers: { "webhook-timestamp": "now" } }));
    await expectRefused(send({ id: "x".repeat(257) }));
  });

  it("refuses what was signed more than five minutes ago, or ahead", async () => {
    await expectRefused(send({ agoSeconds: 302 }));
    await expectRefused(send({ agoSeconds: -302 }));
    expect((await send({ agoSeconds: 290 })).status).toBe(200);
    expect((await send({ agoSeconds: -290 })).status).toBe(200);
  });

  it("refuses what is sent to no hook, to one that is off, and to another workspace’s with one’s own secret", async () => {
    await expectRefused(send({ to: randomUUID() }));
    await expectRefused(send({ to: "hook" }));
    const other = (await makeTenant()).session;
    const theirs = await make({}, other);
    await expectRefused(send({ to: theirs.id }));
    expect(await signals(other)).toEqual([]);
    await write((tx) => switchHook(tx, session, { hookId: hook.id, to: "off" }));
    await expectRefused(send());
    await write((tx) => switchHook(tx, session, { hookId: hook.id, to: "on" }));
    expect((await send()).status).toBe(200);
    expect(await signals(other)).toEqual([]);
  });

  it("belongs to its workspace: another one sees and changes nothing of it", async () => {
    const other = (await makeTenant()).session;
    expect(await write((tx) => listHooks(tx, other), other)).toEqual([]);
    for (const work of [
      () => write((tx) => getHook(tx, other, hook.id), other),
      () => write((tx) => rotateHookSecret(tx, other, { hookId: hook.id, secret: null }), other),
      () => write((tx) => switchHook(tx, other, { hookId: hook.id, to: "off" }), other),
    ])
      await expect(work()).rejects.toMatchObject({ code: "not_found" });
    await send();
    expect(await write((tx) => listReceived(tx, hook.id), other)).toEqual([]);
    expect(await write((tx) => getHook(tx, session, hook.id))).toMatchObject({ received: 1 });
  });

  it("refuses every message once it is deleted, and keeps what came", async () => {
    await send();
    const remove = (who = session) => write((tx) => deleteHook(tx, who, { hookId: hook.id }), who);
    await expect(remove((await makeTenant()).session)).rejects.toMatchObject({ code: "not_found" });
    await remove();
    expect((await send()).status).toBe(401);
    expect(await signals()).toMatchObject([{ externalId: "a-1", source: { name: "Survey" } }]);
    expect(await write((tx) => listHooks(tx, session))).toEqual([]);
    expect((await storedActions(session)).at(-1)).toBe("hook.deleted");
    await expect(remove()).rejects.toMatchObject({ code: "not_found" });
  });

  it("refuses more than a megabyte, announced or not", async () => {
    const body = JSON.stringify({ items: [{ ...HOOK_ITEM, body: "x".repeat(1024 * 1024) }] });
    expect((await send({ body })).status).toBe(413);
    expect((await send({ headers: { "content-length": "2000000" } })).status).toBe(413);
    expect(await signals()).toEqual([]);
  });

  it("is opened by both secrets for 24 hours after a rotation, then by the new one alone", async () => {
    const next = await write((tx) =>
      rotateHookSecret(tx, session, { hookId: hook.id, secret: null }),
    );
    for (const secret of [hook.secret, next.secret])
      expect((await send({ secret })).status).toBe(200);
    await asApplication(session, "UPDATE incoming_hook SET former_until = now()");
    expect((await send({ secret: hook.secret })).status).toBe(401);
    expect((await send({ secret: next.secret })).status).toBe(200);
  });

  it("takes the secret that its sender made", async () => {
    const secret = newWebhookSecret();
    const own = await make({ secret });
    expect(own.secret).toBe(secret);
    expect((await send({ to: own.id, secret })).status).toBe(200);
    const stored = await write((tx) => tx.incomingHook.findMany());
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  it("writes nothing of a message with one bad item, and the same id may come again with what is right", async () => {
    const bad = JSON.stringify({ items: [HOOK_ITEM, { externalId: "a-2" }] });
    const response = await send({ id: "m", body: bad });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      fields: { "/items/1/occurredOn": [expect.any(String)] },
    });
    expect((await send({ body: "{" })).status).toBe(422);
    expect(await signals()).toEqual([]);
    expect(await (await send({ id: "m" })).json()).toMatchObject({ created: 1, isRepeated: false });
  });

  it("has so many messages a minute, and then says how long to wait", async () => {
    const limited = await make();
    const answers: number[] = [];
    for (let count = 0; count < 605; count += 55) {
      const some = await Promise.all(
        Array.from({ length: 55 }, () =>
          send({ to: limited.id, secret: limited.secret, id: "same" }),
        ),
      );
      answers.push(...some.map(({ status }) => status));
    }
    expect(answers.filter((status) => status === 200)).toHaveLength(600);
    expect(answers.filter((status) => status === 429)).toHaveLength(5);
  }, 90_000);

  it("writes complaints and contacts as well", async () => {
    const complaints = await make({ name: "Log", kind: "complaints" });
    const body = JSON.stringify({ items: [{ externalId: "c", receivedOn: "2026-11-20" }] });
    expect((await send({ to: complaints.id, secret: complaints.secret, body })).status).toBe(200);
    const contacts = await make({ name: "Calls", kind: "interactions" });
    const call = JSON.stringify({ items: [{ externalId: "i", occurredOn: "2026-11-20" }] });
    expect((await send({ to: contacts.id, secret: contacts.secret, body: call })).status).toBe(200);
    const counts = await withTenant(session, "signal:read", async (tx) => [
      await tx.complaint.count(),
      await tx.interaction.count(),
    ]);
    expect(counts).toEqual([1, 1]);
  });

  it("reads the messages of Formbricks: an answer that is changed is changed, not doubled", async () => {
    const given = { name: "Formbricks", format: "formbricks", scoredQuestions: "q1 = nps\n" };
    const { id: to, secret } = await make(given);
    const message = (event: string, data: object) =>
      JSON.stringify({ event, data: { id: "r1", createdAt: "2026-11-20T08:00:00Z", data } });
    const post = (body: string) => send({ to, secret, body });
    expect((await post('{"event":"testEndpoint"}')).status).toBe(200);
    await post(message("responseCreated", { q1: 3 }));
    await post(message("responseUpdated", { q1: 9, q2: "Fine" }));
    await post(message("responseFinished", { q1: 9, q2: "Fine" }));
    expect(
      (await signals()).map(({ externalId, score, body }) => [externalId, score, body]),
    ).toEqual([
      ["r1#q1", 9, null],
      ["r1#q2", null, "Fine"],
    ]);
    await expect(make({ ...given, kind: "complaints" })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  it("is refused for the fifty-first", async () => {
    for (let made = 1; made < 50; made += 1) await make();
    await expect(make()).rejects.toMatchObject({ code: "conflict" });
  });
});
