import { runDemo } from "./run-demo.ts";
import { runProgram } from "./say.ts";

/** `npm run dev`: the demo in watch mode. */
await runProgram(() => runDemo(true));
