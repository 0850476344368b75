import type { Letter } from "./types.ts";

/** The text part of a mail. */
export function renderText({ paragraphs, link, reason }: Letter): string {
  const action = link ? [`${link.label}: ${link.href}`] : [];
  return [...paragraphs, ...action, reason].join("\n\n");
}
