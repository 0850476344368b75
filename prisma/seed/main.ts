import { readEnvironment } from "#lib/boot/environment.ts";
import { runProgram, say } from "#lib/boot/say.ts";
import { seedOrders } from "./seed-orders.ts";
import { seedPeople } from "./seed-people.ts";

/** The demo's workspaces, members, customers and orders. Run by `npm run demo`; may run again. */
await runProgram(async () => {
  await seedPeople(readEnvironment()["DATABASE_OWNER_URL"] ?? "");
  if (await seedOrders()) say("The demo's customers and orders were imported.");
  process.exit(0);
});
