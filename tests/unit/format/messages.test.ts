import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";

const FOLDER = join(import.meta.dirname, "../../../lib/format/messages/en");
const FILES = readdirSync(FOLDER);
const TAG = /<(\w+)>/g;
const ARGUMENT = /\{\s*(\w+)\s*[,}]/g;

type Messages = { [key: string]: string | Messages };

describe("the English messages", () => {
  it.each(FILES)("of %s can all be read and filled", (file) => {
    for (const [key, message] of flatten(read(file))) {
      const values = Object.fromEntries(
        [...message.matchAll(ARGUMENT)].map(([, name]) => [name, 2]),
      );
      const tags = Object.fromEntries(
        [...message.matchAll(TAG)].map(([, name]) => [name, (words: string) => words]),
      );
      const t = createTranslator({ locale: "en", messages: { only: message }, onError: raise });
      expect(t.markup("only", { ...values, ...tags }), `${file}: ${key}`).not.toMatch(
        /[{}]|<\/?\w+>/,
      );
    }
  });

  it("have no exclamation marks", () => {
    const shouting = FILES.flatMap((file) => flatten(read(file))).filter(([, text]) =>
      text.includes("!"),
    );
    expect(shouting).toEqual([]);
  });
});

function read(file: string): Messages {
  return JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Messages;
}

function flatten(messages: Messages, path = ""): [key: string, message: string][] {
  return Object.entries(messages).flatMap(([key, message]) =>
    typeof message === "string"
      ? [[`${path}${key}`, message] satisfies [string, string]]
      : flatten(message, `${path}${key}.`),
  );
}

function raise(error: Error): never {
  throw error;
}
