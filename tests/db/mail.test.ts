import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { withAccounts } from "#lib/db/accounts.ts";
import { findMail } from "#lib/db/outbox.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { startWorker } from "#lib/jobs/start-worker.ts";
import { type Letter, postLetter, sendQueuedMail } from "#lib/mail/index.ts";
import { startMailServer } from "#tests/support/mail-server.ts";
import { asOwner } from "#tests/support/owner.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const server = await startMailServer();
process.env["SMTP_URL"] = server.url;
process.env["MAIL_FROM"] = "Throughline\r\nX-Sender: evil <cx@throughline.example>";
// What draws letters takes a while to load, and the first one would pay for it within its transaction.
await import("#lib/mail/commands/render-html.ts");
afterAll(server.stop);

const LETTER: Letter = {
  subject: "You are invited",
  paragraphs: ["Ann & Bo invited you to <North>.", "The link is good for seven days."],
  link: { label: "Accept", href: "https://cx.example/invitations/abc?x=1&y=2" },
  reason: "You get this mail because somebody typed your address.",
};

let count = 0;
const newAddress = () => `reader-${count++}@example.com`;
const mailsTo = (to: string) => server.received.filter((mail) => mail.to === to);

async function post(to: string, letter: Letter = LETTER): Promise<string> {
  await withAccounts((tx) => postLetter(tx, to, letter));
  return (await outboxOf(to)).id;
}

type Row = { id: string; text: string; html: string; sent_at: Date | null; failure: string | null };

function outboxOf(to: string): Promise<Row> {
  return asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE app_definer");
    const { rows } = await client.query<Row>("SELECT * FROM outbox_mail WHERE to_address = $1", [
      to,
    ]);
    expect(rows).toHaveLength(1);
    return rows[0] as Row;
  });
}

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (const endsAt = Date.now() + 15_000; Date.now() < endsAt; await sleep(50)) {
    const seen = await look();
    if (seen !== null) return seen;
  }
  throw new Error("It did not happen.");
}

const jobOf = (id: string) =>
  asOwner(async (client) => {
    const { rows } = await client.query<{ state: string; retry_count: number }>(
      "SELECT state, retry_count FROM pgboss.job WHERE name = 'mail.send' AND data->>'mailId' = $1",
      [id],
    );
    return rows[0] ?? null;
  });

describe("a letter", () => {
  it("arrives once with the same words as text and as HTML, and with the outbox row in its Message-ID", async () => {
    const to = newAddress();
    const id = await post(to);
    await sendQueuedMail({ mailId: id });
    await sendQueuedMail({ mailId: id });
    const [mail, ...others] = mailsTo(to);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ subject: LETTER.subject, messageId: `<${id}@127.0.0.1>` });
    for (const words of [...LETTER.paragraphs, LETTER.link?.href ?? "", LETTER.reason])
      expect(mail?.text).toContain(words);
    expect(mail?.html).toContain("Ann &amp; Bo invited you to &lt;North&gt;.");
    expect(mail?.html).toContain('href="https://cx.example/invitations/abc?x=1&amp;y=2"');
  });

  it("stays light where a mail reader turns dark, and loads nothing from anywhere", async () => {
    const to = newAddress();
    await sendQueuedMail({ mailId: await post(to) });
    const html = mailsTo(to)[0]?.html ?? "";
    expect(html).toContain('<meta name="color-scheme" content="light only"/>');
    expect(html).not.toMatch(/<img|<link|url\(|src=|@import/);
  });

  it("cannot gain a header by a line break in its subject, its address or the sender", async () => {
    const to = newAddress();
    const subject = "Hello Eve\r\nBcc: everybody@example.com\u2028X-Evil: 1";
    await sendQueuedMail({ mailId: await post(to, { ...LETTER, subject }) });
    const [mail] = mailsTo(to);
    expect(mail?.subject).toBe("Hello Eve Bcc: everybody@example.com X-Evil: 1");
    expect(mail?.headers).not.toEqual(expect.arrayContaining([expect.stringMatching(/bcc|^x-/)]));
    const split = `a${count++}@example.com\r\nRCPT TO:<b@example.com>`;
    await sendQueuedMail({ mailId: await post(split) }).catch(() => undefined);
    expect(mailsTo("b@example.com")).toEqual([]);
  });

  it("loses its words once it was sent", async () => {
    const to = newAddress();
    const id = await post(to);
    expect(await outboxOf(to)).toMatchObject({
      text: expect.stringContaining("Accept"),
      sent_at: null,
    });
    await sendQueuedMail({ mailId: id });
    expect(await outboxOf(to)).toMatchObject({ text: "", html: "", failure: null });
    expect(await findMail(id)).toBeNull();
  });

  it("is recorded and not tried again when the server refuses it for good", async () => {
    const to = newAddress();
    const id = await post(to);
    server.refuseNext(550);
    await sendQueuedMail({ mailId: id });
    expect(await outboxOf(to)).toMatchObject({
      sent_at: null,
      text: "",
      html: "",
      failure: expect.stringContaining("No such mailbox"),
    });
    await sendQueuedMail({ mailId: id });
    expect(mailsTo(to)).toEqual([]);
  });

  it("is not queued when what causes it is undone", async () => {
    const { session } = await makeTenant();
    const to = newAddress();
    const undone = withTenant(session, "workspace:write", async (tx) => {
      await postLetter(tx, to, LETTER);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await expect(outboxOf(to)).rejects.toThrow();
  });
});

describe("the worker", () => {
  it("tries again after a passing refusal, and the mail arrives once", async () => {
    const to = newAddress();
    const id = await post(to);
    server.refuseNext(451);
    const boss = await startWorker(["mail.send"]);
    try {
      await until(async () => ((await jobOf(id))?.state === "retry" ? true : null));
      expect(mailsTo(to)).toEqual([]);
      expect(await outboxOf(to)).toMatchObject({ sent_at: null, failure: null });
      await asOwner((client) =>
        client.query("UPDATE pgboss.job SET start_after = now() WHERE data->>'mailId' = $1", [id]),
      );
      await until(async () => ((await outboxOf(to)).sent_at ? true : null));
      expect(mailsTo(to)).toHaveLength(1);
    } finally {
      await boss.stop({ graceful: true, timeout: 5_000 });
    }
  });

  it("notes a mail that it gives up, and keeps none of its words", async () => {
    const to = newAddress();
    const id = await post(to);
    server.refuseNext(451);
    await asOwner((client) =>
      client.query("UPDATE pgboss.job SET retry_limit = 0 WHERE data->>'mailId' = $1", [id]),
    );
    const boss = await startWorker(["mail.send"]);
    try {
      const row = await until(async () => {
        const seen = await outboxOf(to);
        return seen.failure ? seen : null;
      });
      expect(row).toMatchObject({ text: "", html: "", sent_at: null });
    } finally {
      await boss.stop({ graceful: true, timeout: 5_000 });
    }
  });
});
