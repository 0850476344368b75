import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { runImport, undoImport } from "#lib/imports/index.ts";
import { importText, queue } from "./imports.ts";
import {
  baseText,
  type Expected,
  expectedAfter,
  expectedUndone,
  type KillFile,
  type KillKind,
  killText,
} from "./kill-file.ts";
import { countStrays, fingerprintOf, type KillState, readKillState } from "./kill-state.ts";
import type { OwnCluster } from "./own-cluster.ts";
import { asOwner } from "./owner.ts";
import { makeTenant } from "./tenant.ts";
import { nullWhenAway, untilEnded, untilImport, Workers } from "./worker-process.ts";

export type KillPlan = {
  kind: KillKind;
  rows: number;
  /** Kills of the worker that holds the import, and immediate stops of the database, during the import */
  kills: number;
  stops: number;
  /** The same during its undo */
  undoKills: number;
  undoStops: number;
  /** Worker processes at once */
  workers: number;
  /** Hears one line per step */
  tell: (line: string) => void;
};

type Blow = "kill" | "stop";

const STEP_MS = 120_000;

/**
 * Imports a file while its workers are killed and its database is stopped, twins included, and checks after each blow
 * that exactly the first so many records are in the tables.
 */
export class KillLoop {
  readonly #cluster: OwnCluster;
  readonly #plan: KillPlan;
  readonly #file: KillFile;
  readonly #workers = new Workers();
  readonly problems: string[] = [];

  constructor(cluster: OwnCluster, plan: KillPlan) {
    this.#cluster = cluster;
    this.#plan = plan;
    this.#file = { rows: plan.rows, kind: plan.kind };
  }

  /** Run all of it; what was wrong is in `problems`. */
  async run(): Promise<void> {
    const { session } = await makeTenant({ currency: "EUR" });
    try {
      await importText(session, { kind: this.#plan.kind, text: baseText(this.#file) });
      const before = await fingerprintOf(session, this.#plan.kind);
      this.#startWorkers();
      const id = await this.#importUnderBlows(session);
      await this.#importAgain(session, id);
      await this.#undoUnderBlows(session, id);
      const after = await fingerprintOf(session, this.#plan.kind);
      this.#expect("Undo gives back what was there before, value by value", before, after);
      this.#plan.tell(`before the import: ${before}; after its undo: ${after}`);
    } finally {
      await this.stop();
    }
  }

  stop(): Promise<void> {
    return this.#workers.killAll();
  }

  async #importUnderBlows(session: Session): Promise<string> {
    const text = killText(this.#file);
    const id = await queue(session, { kind: this.#plan.kind, text });
    this.#expect(
      "the same file while the first waits is the same import",
      id,
      await queue(session, { kind: this.#plan.kind, text }),
    );
    const blows = blowsOf(this.#plan.kills, this.#plan.stops);
    const share = this.#plan.rows / (blows.length + 1);
    for (const [index, blow] of blows.entries()) {
      await untilImport(
        session,
        id,
        ({ progress, status }) => status !== "queued" && progress.rows >= share * (index + 0.5),
        STEP_MS,
      );
      await this.#strike(blow);
      await this.#check(session, id, `${blow} ${index + 1}`);
    }
    // Two more that know nothing of the queue: each supersedes who held the import before.
    const payload = { tenantId: session.workspace.id, importId: id };
    await Promise.all([runImport(payload), runImport(payload)]);
    await untilEnded(session, id, STEP_MS);
    const state = await this.#check(session, id, "end");
    this.#expect("the import ends well", "succeeded", state.status);
    this.#expect("every record is dealt with", this.#plan.rows, state.told.records);
    this.#expect("who is on a list is who is listed", 0, await countStrays(session));
    return id;
  }

  /** The same file once more: nothing changes. */
  async #importAgain(session: Session, id: string): Promise<void> {
    const again = await queue(session, { kind: this.#plan.kind, text: killText(this.#file) });
    const { counts } = await untilEnded(session, again, STEP_MS);
    const { created, updated, unchanged, rejected } = expectedAfter(this.#file, this.#plan.rows);
    const expected = { created: 0, updated: 0, unchanged: created + updated + unchanged, rejected };
    this.#expect("the same file again changes nothing", expected, counts);
    await this.#check(session, id, "same file again");
  }

  async #undoUnderBlows(session: Session, id: string): Promise<void> {
    await withTenant(session, "import:write", (tx) => undoImport(tx, session, { importId: id }));
    const blows = blowsOf(this.#plan.undoKills, this.#plan.undoStops);
    for (const [index, blow] of blows.entries()) {
      const percent = (100 / (blows.length + 1)) * (index + 0.5);
      await untilImport(session, id, ({ undo }) => (undo?.percent ?? 0) >= percent, STEP_MS);
      await this.#strike(blow);
      await this.#checkUndo(session, id, `undo, ${blow} ${index + 1}`);
    }
    await untilEnded(session, id, STEP_MS);
    const state = await this.#checkUndo(session, id, "undo, end");
    this.#expect("the undo ends well", "undone", state.status);
    this.#expect("who is on a list is who was listed", 0, await countStrays(session));
  }

  #startWorkers(): void {
    for (let count = 0; count < this.#plan.workers; count++) this.#workers.start();
  }

  async #strike(blow: Blow): Promise<void> {
    if (blow === "stop") return this.#cluster.crash("SIGQUIT");
    // Which of them holds the import is unknown: all die, so that one of them did.
    await this.#workers.killAll();
    this.#startWorkers();
    await releaseJobs();
  }

  async #check(session: Session, id: string, step: string): Promise<KillState> {
    const state = await this.#read(session, id);
    const expected = expectedAfter(this.#file, state.told.records);
    this.#expect(`${step}: what is in the tables`, expected, found(state));
    this.#expect(`${step}: no number twice`, state.stored, state.numbers);
    const { created, updated, rejected } = expected;
    this.#expect(`${step}: lines of the ledger`, created + updated, state.ledgerLines);
    this.#expect(`${step}: lines of the rejects`, rejected, state.rejectLines);
    const { records } = state.told;
    this.#plan.tell(
      `${step}: ${records} records, ${created} created, ${updated} updated, ${rejected} rejected; ${state.stored} rows, ${state.total} in all`,
    );
    return state;
  }

  /** Rows come before customers, so that as many as were made are the first that are removed. */
  async #checkUndo(session: Session, id: string, step: string): Promise<KillState> {
    const state = await this.#read(session, id);
    const { created } = expectedAfter(this.#file, this.#plan.rows);
    const { restored, kept } = state.undone;
    const removed = Math.min(state.undone.removed, created);
    const { stored, total } = state;
    const expected = expectedUndone(this.#file, { restored, removed });
    this.#expect(`${step}: what is in the tables`, expected, { stored, total });
    this.#expect(`${step}: rows kept`, 0, kept);
    this.#plan.tell(
      `${step}: ${restored} restored, ${removed} rows and ${state.undone.removed - removed} others removed; ${stored} rows, ${total} in all`,
    );
    return state;
  }

  async #read(session: Session, id: string): Promise<KillState> {
    for (let tries = 0; tries < 200; tries++) {
      const state = await readKillState(session, this.#plan.kind, id).catch(nullWhenAway);
      if (state) return state;
      await sleep(100);
    }
    throw new Error("The database did not come back.");
  }

  #expect(what: string, expected: unknown, actual: unknown): void {
    if (isDeepStrictEqual(expected, actual)) return;
    const problem = `${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`;
    this.problems.push(problem);
    this.#plan.tell(`WRONG ${problem}`);
  }
}

function found({ told, stored, total }: KillState): Expected {
  return { ...told, stored, total };
}

/** Stops of the database spread among the kills. */
function blowsOf(kills: number, stops: number): Blow[] {
  const blows: Blow[] = Array.from({ length: kills + stops }, () => "kill");
  for (let stop = 1; stop <= stops; stop++)
    blows[Math.floor((blows.length * stop) / (stops + 1))] = "stop";
  return blows;
}

/**
 * The queue notices a dead worker when its heartbeat is ten seconds old, and then waits longer from try to try. Here
 * the time is let pass at once: waiting is not what is tried.
 */
function releaseJobs(): Promise<unknown> {
  return asOwner((client) =>
    client.query(`UPDATE pgboss.job SET state = 'retry', start_after = now(), retry_count = 0, heartbeat_on = NULL
      WHERE name = 'import.run' AND state IN ('active', 'retry')`),
  );
}
