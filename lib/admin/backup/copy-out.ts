import type pg from "pg";

const BLOCK_BYTES = 1024 * 1024;

/** Takes a megabyte at a time; the database waits while it is at it. */
export type Sink = (block: Buffer) => void | Promise<void>;

/** Run `COPY … TO STDOUT` and hand over what comes; returns the number of rows. */
export function copyOut(client: pg.Client, sql: string, sink: Sink): Promise<number> {
  return new Promise((resolve, reject) => {
    client.query(new CopyOut(sql, sink, { resolve, reject }));
  });
}

type Ending = { resolve: (rows: number) => void; reject: (error: unknown) => void };

/** The half of the COPY protocol that reads, as pg asks it of a query object. */
class CopyOut {
  readonly #sql: string;
  readonly #sink: Sink;
  readonly #ending: Ending;
  #block = Buffer.allocUnsafe(BLOCK_BYTES);
  #filled = 0;
  #rows = 0;
  #writing: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(sql: string, sink: Sink, ending: Ending) {
    this.#sql = sql;
    this.#sink = sink;
    this.#ending = ending;
  }

  submit(connection: pg.Connection): void {
    // The protocol's simple query; it is there, though the types do not say so.
    (connection as pg.Connection & { query: (text: string) => void }).query(this.#sql);
  }

  /** The chunk lies in the parser's own buffer and is gone after this call. */
  handleCopyData({ chunk }: { chunk: Buffer }, connection: pg.Connection): void {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.copy(this.#block, this.#filled, at);
      at += part;
      this.#filled += part;
      if (this.#filled === BLOCK_BYTES) this.#handOver(connection);
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#rows = Number(text.split(" ")[1]);
  }

  handleReadyForQuery(connection: pg.Connection): void {
    if (this.#filled > 0) this.#handOver(connection);
    this.#writing.then(() => this.#ending.resolve(this.#rows), this.#ending.reject);
  }

  handleError(error: unknown): void {
    this.#ending.reject(error);
  }

  #handOver(connection: pg.Connection): void {
    const full = this.#block.subarray(0, this.#filled);
    this.#block = Buffer.allocUnsafe(BLOCK_BYTES);
    this.#filled = 0;
    this.#waiting += 1;
    connection.stream.pause();
    this.#writing = this.#writing
      .then(() => this.#sink(full))
      .finally(() => {
        this.#waiting -= 1;
        if (this.#waiting === 0) connection.stream.resume();
      });
    // Looked at when the last row is in.
    this.#writing.catch(() => undefined);
  }
}
