import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";

/** A server that takes connections and never says a word, as a database behind a broken line. */
const sockets = new Set<Socket>();
const silent: Server = createServer((socket) => sockets.add(socket));

// Before anybody connects: the pool of this file knows the silent server alone.
beforeAll(async () => {
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const address = new URL(process.env["DATABASE_URL"] ?? "");
  address.hostname = "127.0.0.1";
  address.port = String((silent.address() as AddressInfo).port);
  process.env["DATABASE_URL"] = address.href;
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => silent.close(resolve));
});

it("gives a connection up that is neither made nor refused, instead of waiting for ever", async () => {
  const { prisma } = await import("#lib/db/client.ts");
  const startedMs = Date.now();
  await expect(
    prisma().$transaction((tx) => tx.$queryRaw`SELECT 1`, { maxWait: 25_000 }),
  ).rejects.toThrow();
  const elapsedMs = Date.now() - startedMs;
  expect(sockets.size).toBeGreaterThan(0);
  // The limit is ten seconds; the transaction itself would have waited longer.
  expect(elapsedMs).toBeGreaterThan(5_000);
  expect(elapsedMs).toBeLessThan(20_000);
}, 40_000);
