import { readEnvironment } from "./environment.ts";
import { generateClient } from "./generate-client.ts";
import { runProgram, say } from "./say.ts";

/** `npm run generate`: the database client from prisma/schema.prisma. */
await runProgram(async () => {
  const isNew = await generateClient(readEnvironment(), new AbortController().signal);
  say(isNew ? "The database client was generated." : "The database client is up to date.");
});
