/** A day that differs, as it is being typed. `key` stays while others come and go. */
export type DraftException = { key: number; on: string; name: string; hours: string };

let lastKey = 0;

/** A day of its own. */
export function newException(on = "", hours = "", name = ""): DraftException {
  lastKey += 1;
  return { key: lastKey, on, hours, name };
}

/** Days from the text that holds one a line. */
export function exceptionDrafts(text: string): DraftException[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const [on = "", hours = "", ...name] = line.split("|").map((part) => part.trim());
    return newException(on, hours === "closed" ? "" : hours, name.join(" "));
  });
}

/** The text that the days are sent as: a line each, in their order, so that an error finds its row. */
export function draftText(drafts: readonly DraftException[]): string {
  const plain = (text: string) => text.replace(/[|\n]/g, " ").trim();
  return drafts
    .map(({ on, hours, name }) => `${on} | ${plain(hours) || "closed"} | ${plain(name)}`)
    .join("\n");
}
