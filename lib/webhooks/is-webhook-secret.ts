/** The lengths that Standard Webhooks allows a key, in bytes */
const SHORTEST_KEY = 24;
const LONGEST_KEY = 64;

/** Whether a text is a secret of Standard Webhooks: `whsec_` and base64 of 24 to 64 bytes. */
export function isWebhookSecret(text: string): boolean {
  const base64 = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text)?.[1];
  if (base64 === undefined) return false;
  const bytes = Math.floor((base64.replace(/=+$/, "").length * 3) / 4);
  return bytes >= SHORTEST_KEY && bytes <= LONGEST_KEY;
}
