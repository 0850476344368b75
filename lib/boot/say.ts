/** One sentence for the person at the terminal. */
export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** One sentence about what went wrong. */
export function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Run the program; what it throws becomes its sentence and a non-zero exit. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
