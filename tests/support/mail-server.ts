import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import PostalMime from "postal-mime";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";

/** A mail as its reader sees it. */
export type ReceivedMail = {
  to: string;
  from: string;
  subject: string;
  messageId: string;
  text: string;
  html: string;
  /** Names, in lower case */
  headers: string[];
};

export type MailServer = {
  url: string;
  received: ReceivedMail[];
  /** The next recipients are answered with these codes, one each; then all are welcome again. */
  refuseNext: (...codes: number[]) => void;
  stop: () => Promise<void>;
};

/** A real SMTP server on loopback. With `folder` every mail is a file there, for tests in other processes. */
export async function startMailServer(folder?: string): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const refusals: number[] = [];
  if (folder) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const server = new SMTPServer({
    authOptional: true,
    // Connections that a mailer keeps for its next mail end with the test.
    closeTimeout: 100,
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: (_address, _session, callback) => {
      const code = refusals.shift();
      callback(code === undefined ? null : refusal(code));
    },
    onData: (stream, session, callback) => {
      const to = session.envelope.rcptTo.map(({ address }) => address).join(",");
      read(stream, to).then(
        (mail) => {
          received.push(mail);
          if (folder) keep(folder, mail);
          callback();
        },
        (error: Error) => callback(error),
      );
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuseNext: (...codes) => refusals.push(...codes),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The latest mail to that address, in a browser test; it waits for it. `matches` tells it from earlier ones. */
export async function waitForMail(
  to: string,
  matches: (mail: ReceivedMail) => boolean = () => true,
  limitMs = 20_000,
): Promise<ReceivedMail> {
  const folder = process.env["E2E_MAIL_FOLDER"] ?? "";
  for (const endsAt = Date.now() + limitMs; Date.now() < endsAt; await sleep(200)) {
    const found = readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as ReceivedMail)
      .findLast((mail) => mail.to.toLowerCase() === to.toLowerCase() && matches(mail));
    if (found) return found;
  }
  throw new Error(`No mail came to ${to} within ${limitMs / 1000} s.`);
}

function refusal(code: number): Error {
  const words = code < 500 ? "Try again later" : "No such mailbox";
  return Object.assign(new Error(words), { responseCode: code });
}

async function read(stream: SMTPServerDataStream, to: string): Promise<ReceivedMail> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const mail = await PostalMime.parse(Buffer.concat(chunks));
  return {
    to,
    from: mail.from?.address ?? "",
    subject: mail.subject ?? "",
    messageId: mail.messageId ?? "",
    text: mail.text ?? "",
    html: mail.html ?? "",
    headers: mail.headers.map(({ key }) => key),
  };
}

/** The name sorts by arrival; the file appears whole under its final name. */
function keep(folder: string, mail: ReceivedMail): void {
  const name = `${String(Date.now()).padStart(15, "0")}-${Math.random().toString(36).slice(2)}.json`;
  writeFileSync(join(folder, `${name}.part`), JSON.stringify(mail));
  renameSync(join(folder, `${name}.part`), join(folder, name));
}
