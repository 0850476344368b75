import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { deleteEndpoint } from "#lib/webhooks/index.ts";
import { storedActions } from "#tests/support/audit.ts";
import { answerWith, startHookServer } from "#tests/support/hook-server.ts";
import { mailsTo } from "#tests/support/mails.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";
import { createWebhookTools } from "#tests/support/webhooks.ts";

// Nobody answers there: only what stands in the outbox counts.
process.env["SMTP_URL"] = "smtp://127.0.0.1:1";
process.env["MAIL_FROM"] = "Throughline <cx@throughline.example>";

const server = await startHookServer();
afterAll(server.stop);

let tenant: TestTenant;
beforeEach(async () => {
  tenant = await makeTenant({ name: "Alder & Finch" });
  server.received.length = 0;
  server.answers.length = 0;
});

const { write, make, post, log, endpoint, send, comeDue, posted } = createWebhookTools(
  server,
  () => tenant.session,
);
const mailOf = (role: "owner" | "cx_manager", of = tenant) =>
  mailsTo(`${role}@${of.workspace.slug}.example`);
const remove = (endpointId: string, who = tenant.session) =>
  write((tx) => deleteEndpoint(tx, who, { endpointId }), who);

describe("the owners of a workspace", () => {
  it("are written to once when a webhook is given up after a day, with the way to it", async () => {
    const other = await makeTenant();
    const { id, messageId } = await posted();
    for (let tries = 1; tries <= 8; tries++) {
      server.answers.push(answerWith(500));
      await comeDue();
      await send(messageId);
    }
    expect(await endpoint(id)).toMatchObject({ offReason: "dead_end" });
    const [mail, ...more] = await mailOf("owner");
    expect(more).toEqual([]);
    expect(mail?.subject).toBe("The webhook to hooks.example.com was switched off");
    expect(mail?.text).toContain("The webhook of Alder & Finch to hooks.example.com");
    expect(mail?.text).toContain("tried for 24 hours and never taken");
    expect(mail?.text).toContain(`/w/${tenant.workspace.slug}/settings/webhooks/${id}`);
    expect(await mailOf("cx_manager")).toEqual([]);
    expect(await mailOf("owner", other)).toEqual([]);
  });

  it("are told when the address says that it is gone, and of no second message to it", async () => {
    const { id, messageId } = await posted();
    await post();
    server.answers.push(answerWith(410), answerWith(410));
    await send(messageId);
    for (const message of await log(id)) await send(message.id);
    const mails = await mailOf("owner");
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain("answered that it is gone (410)");
  });
});

describe("a webhook that is deleted", () => {
  it("takes its messages along, and what waits is never sent", async () => {
    const { id, messageId } = await posted();
    const kept = await make();
    await remove(id);
    await expect(endpoint(id)).rejects.toMatchObject({ code: "not_found" });
    expect(await log(id)).toEqual([]);
    await send(messageId);
    expect(server.received).toEqual([]);
    expect(await endpoint(kept.id)).toMatchObject({ id: kept.id });
    expect((await storedActions(tenant.session)).at(-1)).toBe("webhook.deleted");
    await expect(remove(id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is one's own: another workspace's stays", async () => {
    const { id } = await make();
    const other = (await makeTenant()).session;
    await expect(remove(id, other)).rejects.toMatchObject({ code: "not_found" });
    expect(await endpoint(id)).toMatchObject({ id });
  });
});
