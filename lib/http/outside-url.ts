import { isIP } from "node:net";
import { DomainError } from "#lib/errors/index.ts";
import { isPublicAddress } from "./public-address.ts";

const LONGEST = 2_000;

/**
 * An address of the open internet, as somebody typed it: https on its usual port, without credentials. Where the host is
 * a number, in whatever spelling, it must be a public one; what a name leads to is checked when it is called.
 *
 * @throws DomainError `invalid_input` with what is wrong
 */
export function parseOutsideUrl(text: string): URL {
  const url = URL.canParse(text) && text.length <= LONGEST ? new URL(text) : null;
  if (!url) throw refusal("Give a whole address, such as https://example.com/webhooks.");
  if (url.protocol !== "https:") throw refusal("The address must begin with https://.");
  if (url.username !== "" || url.password !== "")
    throw refusal("The address must not hold a name or a password.");
  if (url.port !== "") throw refusal("The address must use the usual port of https, 443.");
  const host = hostOf(url);
  if (isIP(host) !== 0 ? !isPublicAddress(host) : isLocalName(host)) throw refusal(INSIDE);
  return url;
}

/** Says no more than that: what is inside is nobody's business. */
export const INSIDE = "The address leads into a private network.";

/** The host of an address; an IPv6 one without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
}

function isLocalName(host: string): boolean {
  const name = host.replace(/\.$/, "");
  return !name.includes(".") || /\.(?:localhost|local|internal|home\.arpa)$/.test(name);
}

function refusal(message: string): DomainError {
  return new DomainError("invalid_input", message, { fields: { url: [message] } });
}
