import { PlaceDepartment, placeDepartment } from "./commands/place-department.ts";
import { withOwner } from "./owner-client.ts";
import { parseInput } from "./parse-input.ts";
import type { Command } from "./types.ts";

export const departmentPlace: Command = {
  words: "department place",
  summary: "Make a department, or give one another place or head.",
  options: {
    workspace: { type: "string", isRequired: true, value: "<slug>", help: "which workspace" },
    name: { type: "string", isRequired: true, value: "<name>", help: "the department" },
    under: { type: "string", value: "<name>", help: "the department it lies under" },
    head: { type: "string", value: "<address>", help: "the member who answers for it" },
  },
  run: async (values, given) => {
    const input = parseInput(PlaceDepartment, values);
    const placed = await withOwner(given, (client) => placeDepartment(client, input));
    const { name, isNew } = placed;
    return {
      json: placed,
      lines: [`The department ${name} is ${isNew ? "made" : "in its place"}.`],
    };
  },
};
