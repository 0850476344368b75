import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";

/** A test that failed: where it stands, and what it said. */
export type Failure = { test: string; why: string };

const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const Result = z.object({
  status: z.string(),
  errors: z.array(z.object({ message: z.string().optional() })),
});
const Spec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.int(),
  ok: z.boolean(),
  tests: z.array(z.object({ results: z.array(Result) })),
});
const Suite = z.object({
  specs: z.array(Spec).optional(),
  get suites() {
    return z.array(Suite).optional();
  },
});
const PlaywrightReport = z.object({
  suites: z.array(Suite),
  errors: z.array(z.object({ message: z.string().optional() })),
});

/** The tests of Vitest that failed, and the files it could not load; none when there is no report. */
export function readVitestFailures(file: string): Failure[] {
  if (!existsSync(file)) return [];
  const { testResults } = VitestReport.parse(JSON.parse(readFileSync(file, "utf8")));
  return testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message === "" ? [] : [{ test: name, why: plain([message]) }]),
    ...assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => ({
        test: `${name} › ${fullName}`,
        why: plain(failureMessages ?? []),
      })),
  ]);
}

/** The tests of Playwright that failed, and errors outside any test; none when there is no report. */
export function readPlaywrightFailures(file: string): Failure[] {
  if (!existsSync(file)) return [];
  const { suites, errors } = PlaywrightReport.parse(JSON.parse(readFileSync(file, "utf8")));
  const failed = suites.flatMap(specsOf).filter(({ ok }) => !ok);
  return [
    ...errors.map(({ message }) => ({ test: "outside any test", why: plain([message]) })),
    ...failed.map((spec) => ({
      test: `${spec.file}:${spec.line} › ${spec.title}`,
      why: plain(spec.tests.flatMap(({ results }) => results.flatMap(messagesOf))),
    })),
  ];
}

/** A failure in so many lines, without the runner's own frames, for the end of a long log. */
export function tellFailure({ test, why }: Failure, mostLines = 25): string {
  const lines = why.split("\n").filter((line) => !/^\s+at .*node_modules/.test(line));
  const left = lines.length - mostLines;
  const told = left > 0 ? [...lines.slice(0, mostLines), `… ${left} more lines`] : lines;
  return [test, ...told.map((line) => `    ${line}`)].join("\n");
}

function specsOf(suite: z.infer<typeof Suite>): z.infer<typeof Spec>[] {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

function messagesOf({ status, errors }: z.infer<typeof Result>): (string | undefined)[] {
  return errors.length === 0 ? [status] : errors.map(({ message }) => message);
}

function plain(messages: readonly (string | undefined)[]): string {
  return stripVTControlCharacters(messages.filter((one) => one !== undefined).join("\n")).trim();
}
