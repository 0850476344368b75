import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { startWorker } from "#lib/jobs/start-worker.ts";
import { giveUpWebhook, resumeWebhooks } from "#lib/webhooks/index.ts";
import { WAITS_SECONDS } from "#lib/webhooks/next-try.ts";
import { asApplication, storedActions } from "#tests/support/audit.ts";
import { answerWith, startHookServer, stayStill } from "#tests/support/hook-server.ts";
import { asOwner } from "#tests/support/owner.ts";
import { PROJECT } from "#tests/support/source-files.ts";
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

const { post, log, endpoint, replay, switchTo, send, comeDue, posted } = createWebhookTools(
  server,
  () => session,
);

describe("a message that is not taken", () => {
  it("is tried under the same id, later and later, for 24 hours; then it is given up and its webhook is off", async () => {
    const { id, messageId } = await posted();
    for (const [at, wait] of WAITS_SECONDS.entries()) {
      server.answers.push(answerWith(500, "out of order\0"));
      await send(messageId);
      const [message] = await log(id);
      expect(message).toMatchObject({
        ...{ status: "waiting", tries: at + 1, failure: "refused" },
        ...{ answerStatus: 500, answerHead: "out of order" },
      });
      const nextMs = Date.parse(message?.nextTryAt ?? "") - Date.parse(message?.lastTriedAt ?? "");
      expect(nextMs / 1000).toBe(wait);
      if (wait > 1) await send(messageId);
      expect(server.received, "too early").toHaveLength(at + 1);
      await comeDue();
    }
    server.answers.push(answerWith(503));
    await send(messageId);
    expect(await log(id)).toMatchObject([{ status: "dead", tries: 8, nextTryAt: null }]);
    expect(new Set(server.received.map(({ headers }) => headers["webhook-id"]))).toEqual(
      new Set([messageId]),
    );
    expect(new Set(server.received.map(({ body }) => body)).size).toBe(1);
    expect(await endpoint(id)).toMatchObject({ offReason: "dead_end", dead: 1 });
    expect((await storedActions(session)).at(-1)).toBe("webhook.given_up");
    await post();
    expect(await log(id)).toHaveLength(1);
  });

  it.each([
    [
      "a redirect, which is not followed",
      answerWith(302, "", { location: "https://127.0.0.1/" }),
      "redirect",
    ],
    ["a refusal", answerWith(401, "no"), "refused"],
    ["no answer within five seconds", stayStill, "timeout"],
  ])("says why: %s", async (_, answer, failure) => {
    const { id, messageId } = await posted();
    server.answers.push(answer);
    await send(messageId);
    expect(await log(id)).toMatchObject([{ status: "waiting", failure }]);
  });

  it("ends at once where the address says it is gone", async () => {
    const { id, messageId } = await posted();
    server.answers.push(answerWith(410));
    await send(messageId);
    expect(await log(id)).toMatchObject([{ status: "dead", failure: "gone", tries: 1 }]);
    expect(await endpoint(id)).toMatchObject({ offReason: "gone" });
  });

  it("is given up when its webhook was switched off, and waits for nothing more", async () => {
    const { id, messageId } = await posted();
    await switchTo(id, "off");
    await send(messageId);
    expect(server.received).toEqual([]);
    expect(await log(id)).toMatchObject([{ status: "dead", failure: "endpoint_off" }]);
    await expect(replay(messageId)).rejects.toMatchObject({ code: "conflict" });
    await switchTo(id, "on");
    await replay(messageId);
    await send(messageId);
    expect(await log(id)).toMatchObject([{ status: "delivered", tries: 2 }]);
  });

  it("counts an error on our side as a try", async () => {
    const { id, messageId } = await posted();
    await giveUpWebhook({ tenantId: session.workspace.id, deliveryId: messageId });
    expect(await log(id)).toMatchObject([{ status: "waiting", tries: 1, failure: "other" }]);
  });

  it("is sent again under its id when the worker dies between sending and writing it down", async () => {
    const { id, messageId } = await posted();
    server.answers.push(stayStill);
    const port = String(server.reach.port);
    const program = ["--import", "./lib/boot/register.js", "tests/support/send-webhook.ts"];
    const worker = spawn(process.execPath, [...program, session.workspace.id, messageId, port], {
      cwd: PROJECT,
      stdio: "ignore",
    });
    while (server.received.length === 0) await sleep(20);
    worker.kill("SIGKILL");
    await once(worker, "exit");
    expect(await log(id)).toMatchObject([{ status: "waiting", tries: 0 }]);
    await send(messageId);
    expect(server.received.map(({ headers }) => headers["webhook-id"])).toEqual([
      messageId,
      messageId,
    ]);
    expect(await log(id)).toMatchObject([{ status: "delivered", tries: 1 }]);
  });

  it("is written down once where two workers sent it", async () => {
    const { id, messageId } = await posted();
    await Promise.all([send(messageId), send(messageId)]);
    expect(await log(id)).toMatchObject([{ status: "delivered", tries: 1 }]);
  });

  it("that lost its job is found ten minutes after its time and goes on, once", async () => {
    const { id, messageId } = await posted();
    const jobs = async () =>
      asOwner(async (client) => {
        const { rows } = await client.query<{ count: number }>(
          "SELECT count(*)::int FROM pgboss.job WHERE name = 'webhook.send' AND data->>'deliveryId' = $1",
          [messageId],
        );
        return rows[0]?.count;
      });
    await resumeWebhooks();
    expect(await jobs()).toBe(1);
    await asApplication(
      session,
      "UPDATE webhook_delivery SET next_try_at = now() - interval '11 minutes'",
    );
    await resumeWebhooks();
    await resumeWebhooks();
    expect(await jobs()).toBe(2);
    await send(messageId);
    await send(messageId);
    expect(server.received).toHaveLength(1);
    expect(await log(id)).toMatchObject([{ status: "delivered", tries: 1 }]);
  });

  it("is taken by the worker from its queue", async () => {
    const { id } = await posted();
    await asApplication(session, "UPDATE webhook_endpoint SET url = 'https://[::1]/'");
    const boss = await startWorker(["webhook.send"]);
    try {
      await expect
        .poll(async () => (await log(id))[0]?.failure, { timeout: 20_000 })
        .toBe("inside");
    } finally {
      await boss.stop({ graceful: true, timeout: 5_000 });
    }
  });
});
