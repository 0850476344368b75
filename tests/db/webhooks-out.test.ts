import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { isSignedWith } from "#lib/auth/webhook-signature.ts";
import { mergeCustomers } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { runImport, undoImport } from "#lib/imports/index.ts";
import {
  changeEndpoint,
  createEndpoint,
  listDeliveries,
  listEndpoints,
  postEvent,
  rotateEndpointSecret,
  sendWebhook,
  switchEndpoint,
} from "#lib/webhooks/index.ts";
import { asApplication, storedActions, storedEvents } from "#tests/support/audit.ts";
import {
  answerWith,
  HOOK_HOST,
  type ReceivedHook,
  startHookServer,
} from "#tests/support/hook-server.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { createWebhookTools } from "#tests/support/webhooks.ts";

const server = await startHookServer();
afterAll(server.stop);

let session: Session;
beforeEach(async () => {
  session = (await makeTenant()).session;
  server.received.length = 0;
  server.answers.length = 0;
});

const URL_HERE = `https://${HOOK_HOST}/in`;
const { write, make, post, log, endpoint, replay, send, comeDue, posted } = createWebhookTools(
  server,
  () => session,
);

const isAuthentic = ({ headers, body }: ReceivedHook, secrets: string[]) =>
  isSignedWith(
    { id: String(headers["webhook-id"]), timestamp: String(headers["webhook-timestamp"]), body },
    String(headers["webhook-signature"]),
    secrets,
  );

describe("a webhook", () => {
  it("takes a signed message, once", async () => {
    const { id, secret, messageId } = await posted();
    await send(messageId);
    await send(messageId);
    expect(server.received).toHaveLength(1);
    const [received] = server.received as [ReceivedHook];
    expect(received.headers["webhook-id"]).toBe(messageId);
    expect(isAuthentic(received, [secret])).toBe(true);
    expect(
      Math.abs(Number(received.headers["webhook-timestamp"]) - Date.now() / 1000),
    ).toBeLessThan(60);
    const said = JSON.parse(received.body);
    expect(said).toMatchObject({ type: "import.finished", data: { importId: "i", created: 3 } });
    expect(await log(id)).toMatchObject([
      { status: "delivered", tries: 1, answerStatus: 204, failure: null, nextTryAt: null },
    ]);
    expect(await endpoint(id)).toMatchObject({ lastStatus: "delivered", sent: 1, dead: 0 });
  });

  it("keeps its secret for the receiver: neither the log nor the list nor the database shows it", async () => {
    const { id, secret } = await make();
    const shown = JSON.stringify([
      await endpoint(id),
      await storedEvents(session),
      await write((tx) => tx.webhookEndpoint.findMany()),
    ]);
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(secret.slice("whsec_".length));
  });

  it("is told of every kind of event in the transaction of what happened, without anything about a person", async () => {
    const { id } = await make();
    const customers =
      "customer_id,name,email\nA,Ann Person,ann@x.example\nB,Bo Person,bo@x.example\n";
    const { id: importId } = await importText(session, { kind: "customers", text: customers });
    await importText(session, {
      kind: "signals",
      text: "signal_id,customer_id,date,comment\n1,A,2026-01-10,Ann Person was here\n",
    });
    await importText(session, {
      kind: "complaints",
      text: "complaint_id,customer_id,date,description\n1,A,2026-01-10,Ann Person is cross\n",
    });
    const [a, b] = await withTenant(session, "customer:read", (tx) =>
      tx.customer.findMany({ select: { id: true }, orderBy: { externalId: "asc" } }),
    );
    const ids = { firstId: a?.id ?? "", secondId: b?.id ?? "", survivorId: a?.id ?? "" };
    await withTenant(session, "customer:write", (tx) => mergeCustomers(tx, session, ids));
    await withTenant(session, "import:write", (tx) => undoImport(tx, session, { importId }));
    await runImport({ tenantId: session.workspace.id, importId });
    const messages = await log(id);
    expect(messages.map(({ event }) => event).reverse()).toEqual([
      ...["import.finished", "import.finished", "signals.written"],
      ...["import.finished", "complaints.written", "customer.merged", "import.undone"],
    ]);
    for (const message of messages) await send(message.id);
    const said = server.received.map(({ body }) => body).join("\n");
    expect(said).toContain(`"importId":"${importId}"`);
    expect(said).not.toMatch(/Ann|Person|x\.example/);
  });

  it("hears nothing of what was rolled back, of other events, and of a dry run", async () => {
    const { id } = await make(session, ["customer.merged"]);
    await post();
    await importText(session, { kind: "customers", text: "customer_id\nA\n", isDryRun: true });
    const all = await make();
    const failing = write(async (tx) => {
      await postEvent(tx, session, "import.finished", {});
      throw new Error("rolled back");
    });
    await expect(failing).rejects.toThrow("rolled back");
    expect([...(await log(id)), ...(await log(all.id))]).toEqual([]);
  });

  it("belongs to its workspace: another one sees, changes, replays and sends nothing of it", async () => {
    const { id, messageId } = await posted();
    const other = (await makeTenant()).session;
    expect(await write((tx) => listEndpoints(tx, other), other)).toEqual([]);
    expect(await log(id, other)).toEqual([]);
    await expect(endpoint(id, other)).rejects.toMatchObject({ code: "not_found" });
    await expect(replay(messageId, other)).rejects.toMatchObject({ code: "not_found" });
    const change = { endpointId: id, url: URL_HERE, events: ["import.undone" as const] };
    for (const work of [
      () => write((tx) => changeEndpoint(tx, other, change), other),
      () => write((tx) => rotateEndpointSecret(tx, other, { endpointId: id }), other),
      () => write((tx) => switchEndpoint(tx, other, { endpointId: id, to: "off" }), other),
    ])
      await expect(work()).rejects.toMatchObject({ code: "not_found" });
    await send(messageId, other);
    await post(other);
    expect(server.received).toEqual([]);
    expect(await log(id)).toMatchObject([{ status: "waiting", tries: 0 }]);
  });

  it("is refused for an address that is none of the open internet, and for the fifty-first", async () => {
    for (const url of ["https://127.0.0.1/", "http://hooks.example.com/", "https://localhost/"]) {
      const making = write((tx) => createEndpoint(tx, session, { url, events: ["import.undone"] }));
      await expect(making, url).rejects.toMatchObject({
        code: "invalid_input",
        detail: { fields: { url: [expect.any(String)] } },
      });
    }
    const { id } = await make();
    const change = { endpointId: id, url: "https://10.0.0.1/", events: ["import.undone" as const] };
    await expect(write((tx) => changeEndpoint(tx, session, change))).rejects.toMatchObject({
      code: "invalid_input",
    });
    for (let made = 1; made < 50; made += 1) await make();
    await expect(make()).rejects.toMatchObject({ code: "conflict" });
  });

  it("never reaches inside without the tests’ own way there, whatever its name leads to now", async () => {
    const { id, messageId } = await posted();
    await asApplication(session, "UPDATE webhook_endpoint SET url = 'https://127.0.0.1/'");
    await sendWebhook({ tenantId: session.workspace.id, deliveryId: messageId });
    expect(await log(id)).toMatchObject([
      { status: "waiting", failure: "inside", answerStatus: null },
    ]);
  });
});

describe("replay", () => {
  it("sends the same id and words again, with a day of tries before it", async () => {
    const { id, messageId } = await posted();
    await send(messageId);
    await replay(messageId);
    await expect(replay(messageId)).rejects.toMatchObject({ code: "conflict" });
    server.answers.push(answerWith(500));
    await send(messageId);
    expect(await log(id)).toMatchObject([{ id: messageId, status: "waiting", tries: 2 }]);
    await comeDue();
    await send(messageId);
    expect(await log(id)).toMatchObject([{ status: "delivered", tries: 3 }]);
    expect(
      new Set(server.received.map(({ body, headers }) => `${headers["webhook-id"]} ${body}`)).size,
    ).toBe(1);
    expect(await storedActions(session)).toContain("webhook.replayed");
  });
});

describe("a new secret", () => {
  it("signs beside the one of before for 24 hours, then alone", async () => {
    const { id, secret, messageId } = await posted();
    const next = await write((tx) => rotateEndpointSecret(tx, session, { endpointId: id }));
    await send(messageId);
    const [both] = server.received as [ReceivedHook];
    expect(both.headers["webhook-signature"]).toMatch(/^v1,\S+ v1,\S+$/);
    for (const one of [secret, next.secret]) expect(isAuthentic(both, [one])).toBe(true);
    const { formerUntil } = await endpoint(id);
    expect(Math.abs(Date.parse(formerUntil ?? "") - Date.now() - 86_400_000)).toBeLessThan(60_000);
    await asApplication(session, "UPDATE webhook_endpoint SET former_until = now()");
    await replay(messageId);
    await send(messageId);
    const alone = server.received[1] as ReceivedHook;
    expect([secret, next.secret].map((one) => isAuthentic(alone, [one]))).toEqual([false, true]);
    expect((await endpoint(id)).formerUntil).toBeNull();
  });
});

describe("the log of messages", () => {
  it("is read in pages, the newest first, and refuses what is no key of it", async () => {
    const { id } = await make();
    for (let count = 0; count < 5; count += 1) await post();
    const page = (after: string | null) =>
      write((tx) => listDeliveries(tx, id, { after, limit: 2 }));
    const first = await page(null);
    const second = await page(first.next);
    const third = await page(second.next);
    expect(third.next).toBeNull();
    const ids = [first, second, third].flatMap(({ items }) => items.map((item) => item.id));
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
    expect(ids).toHaveLength(5);
    await expect(page("x")).rejects.toMatchObject({ code: "invalid_input" });
  });
});
