import { readEnvironment } from "#lib/boot/environment.ts";
import { runProgram, say } from "#lib/boot/say.ts";
import { seedOrders } from "./seed-orders.ts";
import { seedPeople } from "./seed-people.ts";
import { seedSettings } from "./seed-settings.ts";

/** The demo's workspaces, members, settings, customers and orders. Run by `npm run demo`; may run again. */
await runProgram(async () => {
  await seedPeople(readEnvironment()["DATABASE_OWNER_URL"] ?? "");
  await seedSettings();
  if (await seedOrders()) say("The demo's customers and orders were imported.");
  process.exit(0);
});
