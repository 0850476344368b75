import { z } from "zod";
import type { Environment } from "#lib/boot/environment.ts";
import { newId } from "#lib/db/new-ids.ts";
import { renderHtml } from "#lib/mail/commands/render-html.ts";
import { deliver } from "#lib/mail/commands/send-mail.ts";
import { renderText } from "#lib/mail/render-text.ts";
import type { Letter, MailSettings } from "#lib/mail/types.ts";
import { Email } from "./fields.ts";
import { parseInput } from "./parse-input.ts";
import type { Command } from "./types.ts";
import { withMailer } from "./with-mailer.ts";

const Input = z.object({ to: Email });

export const mailTest: Command = {
  words: "mail test",
  summary: "Send one mail at once, past the queue, to see whether it arrives.",
  options: {
    to: { type: "string", isRequired: true, value: "<address>", help: "who gets it" },
  },
  run: async (values, given) => {
    const { to } = parseInput(Input, values);
    const settings = settingsOf(given);
    const letter = testLetter(settings.host);
    const mail = { id: newId(), to, subject: letter.subject, text: renderText(letter) };
    const html = await renderHtml(letter);
    await withMailer(settings.url, (mailer) => deliver(mailer, settings, { ...mail, html }));
    return {
      json: { to, messageId: `<${mail.id}@${settings.host}>` },
      lines: [`The mail server took a mail to ${to}. Look whether it arrived.`],
    };
  },
};

function settingsOf(given: Environment): MailSettings {
  const { SMTP_URL: url, MAIL_FROM: from, APP_URL } = given;
  if (url === undefined) throw new Error("Mail is off: set SMTP_URL and MAIL_FROM first.");
  if (from === undefined) throw new Error("MAIL_FROM is missing: name the sender of every mail.");
  return { url, from, host: new URL(APP_URL ?? "http://localhost").hostname };
}

function testLetter(host: string): Letter {
  return {
    subject: "Mail from Throughline arrives",
    paragraphs: [
      "This is a test. Mail goes out from here, and invitations and links to a new password will reach people.",
    ],
    reason: `The operator of Throughline on ${host} sent this mail from the command line.`,
  };
}
