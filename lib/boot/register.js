// Preload of every script, the worker and the command line: node --import ./lib/boot/register.js <file>.ts
// Plain JavaScript, so that an older Node can read it far enough to say what is wrong.
import * as nodeModule from "node:module";

const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 24) {
  process.stderr.write(
    `Throughline runs on Node 24 or newer and this is ${process.version}: run npm ci without --omit=optional, it brings its own Node.\n`,
  );
  process.exit(1);
}

// `server-only` throws wherever Next does not replace it.
const nothing = new URL("../../node_modules/server-only/empty.js", import.meta.url).href;
nodeModule.registerHooks({
  resolve(specifier, context, next) {
    if (specifier === "server-only") return { url: nothing, shortCircuit: true };
    return next(specifier, context);
  },
});
