import { z } from "zod";

/** Empty from somebody who has none and signs in at the provider instead. */
const Password = z.string().max(200).default("");

export const CloseWorkspace = z.object({
  /** Typed to confirm */
  workspaceName: z.string().trim(),
  presentPassword: Password,
});
export type CloseWorkspace = z.output<typeof CloseWorkspace>;

export const TakeBackWorkspace = z.object({ tenantId: z.uuid(), presentPassword: Password });
export type TakeBackWorkspace = z.output<typeof TakeBackWorkspace>;

export const ErasePerson = z.object({
  customerId: z.uuid(),
  /** The customer's number, typed to confirm */
  number: z.string().trim(),
});
export type ErasePerson = z.output<typeof ErasePerson>;

export const Nothing = z.object({});

/** What names a person: a customer number or an e-mail address; null for too little. */
export function parseContact(text: string | string[] | undefined): string | null {
  const contact = typeof text === "string" ? text.trim() : "";
  return contact.length > 0 && contact.length <= 320 ? contact : null;
}
