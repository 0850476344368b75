import { z } from "zod";

export const DeadJob = z.object({
  jobId: z.uuid(),
  queue: z.string().regex(/^[a-z.-]+\.dead$/),
});
export type DeadJob = z.infer<typeof DeadJob>;
