import { z } from "zod";
import { VIEW_LISTS } from "./types.ts";

/** What belongs to one reading of a list and not to the list. */
const PASSING = ["after", "view"];

const ViewName = z
  .string()
  .trim()
  .min(1, "Give the view a name.")
  .max(80, "Use at most 80 characters.");

const ViewText = z
  .string()
  .max(2_000, "This view holds too many filters to be saved.")
  .transform(viewQuery);

/** A box that is sent only when it is ticked. */
const Ticked = z
  .string()
  .optional()
  .transform((text) => text === "on");

export const SaveView = z.object({
  list: z.enum(VIEW_LISTS),
  name: ViewName,
  query: ViewText,
  isShared: Ticked,
});
export type SaveView = z.output<typeof SaveView>;

export const UpdateView = z.object({ viewId: z.uuid(), query: ViewText });
export type UpdateView = z.output<typeof UpdateView>;

/** `was` is the name as the person saw it. */
export const RenameView = z.object({ viewId: z.uuid(), name: ViewName, was: z.string() });
export type RenameView = z.output<typeof RenameView>;

export const ShareView = z.object({ viewId: z.uuid(), isShared: Ticked });
export type ShareView = z.output<typeof ShareView>;

export const DeleteView = z.object({ viewId: z.uuid() });
export type DeleteView = z.output<typeof DeleteView>;

/** Whether a query looks for somebody: a name or an address in it is personal data. */
export function holdsSearch(query: string): boolean {
  const params = new URLSearchParams(query);
  const hasAttribute = [...params.keys()].some((name) => name.startsWith("attribute."));
  return hasAttribute || (params.get("search") ?? "").trim() !== "";
}

/** The query of an address as a view keeps it: without "?", without the page, without the view it came from. */
export function viewQuery(text: string): string {
  const params = new URLSearchParams(text.replaceAll("\0", ""));
  for (const name of PASSING) params.delete(name);
  return params.toString();
}
