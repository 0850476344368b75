import type { Letter } from "./types.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** The HTML part of a mail without colours and frames: paragraphs and a link. */
export function renderPlainHtml({ subject, paragraphs, link, reason }: Letter): string {
  const action = link
    ? [`<p><a href="${escaped(link.href)}">${escaped(link.label)}</a><br>${escaped(link.href)}</p>`]
    : [];
  const lines = [...paragraphs.map(paragraph), ...action, "<hr>", paragraph(reason)];
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>${lines.join("")}</body></html>`;
}

function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
