import { describe, expect, it } from "vitest";
import { type Command, markParts, matchCommands } from "#components/shell/commands.ts";
import { addPlace } from "#components/shell/recent-places.ts";

const command = (label: string, words = ""): Command => ({
  id: label,
  group: "go",
  icon: "go",
  label,
  words,
});
const COMMANDS = [
  command("Value"),
  command("New import", "upload csv"),
  command("Data"),
  command("Évaluation"),
];
const found = (text: string) => matchCommands(COMMANDS, text).map(({ label }) => label);

describe("matchCommands", () => {
  it("finds all for nothing", () => {
    expect(found("  ")).toHaveLength(4);
  });

  it("finds by any of its words, whatever their case and accents", () => {
    expect(found("UPLOAD")).toEqual(["New import"]);
    expect(found("import new")).toEqual(["New import"]);
    expect(found("eval")).toEqual(["Évaluation"]);
    expect(found("new data")).toEqual([]);
  });

  it("puts what begins so before what only holds it", () => {
    expect(found("val")).toEqual(["Value", "Évaluation"]);
  });
});

describe("markParts", () => {
  it("cuts a label where it matches", () => {
    expect(markParts("Papadaki, Dimitra", "papa")).toEqual(["", "Papa", "daki, Dimitra"]);
    expect(markParts("Évaluation", "eva")).toEqual(["", "Éva", "luation"]);
  });

  it("leaves a label whole that does not match, or for nothing", () => {
    expect(markParts("Value", "x")).toEqual(["Value"]);
    expect(markParts("Value", " ")).toEqual(["Value"]);
  });
});

describe("addPlace", () => {
  const place = (at: number) => ({ href: `/${at}`, title: `Page ${at}` });

  it("puts the last place first, each once, and keeps five", () => {
    const places = [1, 2, 3, 4, 5, 6, 2].reduce<ReturnType<typeof addPlace>>(
      (all, at) => addPlace(all, place(at)),
      [],
    );
    expect(places.map(({ href }) => href)).toEqual(["/2", "/6", "/5", "/4", "/3"]);
  });
});
