import { z } from "zod";
import { adoptEnvironment } from "#lib/boot/environment.ts";
import type { ImportView } from "#lib/imports/views.ts";
import { importEnvironment } from "./import-command.ts";
import { withDatabase } from "./owner-client.ts";
import { parseInput } from "./parse-input.ts";
import type { Command, Outcome } from "./types.ts";

const Input = z.object({
  workspace: z.string(),
  import: z.uuid({ error: "Use the id that the import printed." }),
});

export const undoCommand: Command = {
  words: "import undo",
  summary: "Take an import back, within 24 hours of its end, and wait for it.",
  options: {
    workspace: { type: "string", isRequired: true, value: "<slug>", help: "in which workspace" },
    import: { type: "string", isRequired: true, value: "<id>", help: "which import" },
  },
  run: async (values, given) => {
    const input = parseInput(Input, values);
    return withDatabase(given, async (urls) => {
      adoptEnvironment(importEnvironment(given, urls));
      // Loaded now, so that its modules read the environment just set.
      const { undoOne } = await import("./import-file.ts");
      return outcomeOf(await undoOne({ workspace: input.workspace, importId: input.import }));
    });
  },
};

function outcomeOf(view: ImportView): Outcome {
  const { removed = 0, restored = 0, kept = 0, failure = null } = view.undo ?? {};
  const isBad = view.status !== "undone";
  const counts = `${removed} removed, ${restored} restored, ${kept} kept because they changed since`;
  return { json: view, lines: [isBad ? (failure ?? "") : `Undone: ${counts}.`], isBad };
}
