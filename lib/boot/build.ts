import { buildWeb } from "./build-web.ts";
import { readEnvironment } from "./environment.ts";
import { generateClient } from "./generate-client.ts";
import { placesOf } from "./places.ts";
import { runProgram } from "./say.ts";

/** `npm run build`: what `npm start` would build first, for an image. */
await runProgram(async () => {
  const given = readEnvironment();
  const never = new AbortController().signal;
  await generateClient(given, never);
  await buildWeb(given, placesOf(given["DATA_FOLDER"]), never);
});
