import { runDemo } from "./run-demo.ts";
import { runProgram } from "./say.ts";

/** `npm run demo`. */
await runProgram(() => runDemo(false));
