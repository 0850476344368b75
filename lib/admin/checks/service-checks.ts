import { withMailer } from "../with-mailer.ts";
import { Bad, type Check } from "./types.ts";

const PATIENCE_MS = 10_000;

const mail: Check = {
  name: "mail",
  look: async ({ given }) => {
    const url = given["SMTP_URL"];
    if (url === undefined) return "Mail is off: SMTP_URL is not set, and links are copied by hand.";
    if (given["MAIL_FROM"] === undefined)
      return new Bad("Mail has no sender: set MAIL_FROM, as in Throughline <cx@example.com>.");
    try {
      await withMailer(url, (mailer) => mailer.verify());
      return `Mail is on, and ${new URL(url).host} answers.`;
    } catch (error) {
      return new Bad(`Mail is on, but ${new URL(url).host} does not take it: ${reasonOf(error)}`);
    }
  },
};

const openId: Check = {
  name: "OpenID Connect",
  look: async ({ given }) => {
    const issuer = given["OIDC_ISSUER"];
    if (issuer === undefined) return "OpenID Connect is off: OIDC_ISSUER is not set.";
    const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
    try {
      const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
      return ok
        ? `OpenID Connect is on, and ${issuer} answers.`
        : new Bad(`OpenID Connect is on, but ${url} answers ${status}.`);
    } catch (error) {
      return new Bad(`OpenID Connect is on, but ${url} does not answer: ${reasonOf(error)}`);
    }
  },
};

export const SERVICE_CHECKS: readonly Check[] = [mail, openId];

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
