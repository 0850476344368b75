import type { TestProject } from "vitest/node";
import { startTestCluster } from "./cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    superuserUrl: string;
    template: string;
  }
}

/** One server for the whole run; each test file clones the template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  project.provide("superuserUrl", cluster.superuserUrl);
  project.provide("template", cluster.template);
  return cluster.stop;
}
