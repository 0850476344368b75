import { once } from "node:events";
import type pg from "pg";

/** Run `COPY … FROM STDIN` with what `source` yields; returns the number of rows. */
export function copyIn(
  client: pg.Client,
  sql: string,
  source: AsyncIterable<Buffer>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(sql, source, { resolve, reject }));
  });
}

/** What pg's connection can do beyond its types. */
type CopyConnection = pg.Connection & {
  query: (text: string) => void;
  sendCopyFromChunk: (chunk: Buffer) => void;
  endCopyFrom: () => void;
  sendCopyFail: (reason: string) => void;
};

type Ending = { resolve: (rows: number) => void; reject: (error: unknown) => void };

/** The half of the COPY protocol that writes, as pg asks it of a query object. */
class CopyIn {
  readonly #sql: string;
  readonly #source: AsyncIterable<Buffer>;
  readonly #ending: Ending;
  #rows = 0;
  #sourceError: unknown = null;

  constructor(sql: string, source: AsyncIterable<Buffer>, ending: Ending) {
    this.#sql = sql;
    this.#source = source;
    this.#ending = ending;
  }

  submit(connection: pg.Connection): void {
    asCopyConnection(connection).query(this.#sql);
  }

  handleCopyInResponse(connection: pg.Connection): void {
    const to = asCopyConnection(connection);
    this.#pump(to).catch((error: unknown) => {
      this.#sourceError = error;
      to.sendCopyFail("the source broke off");
    });
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#rows = Number(text.split(" ")[1]);
  }

  handleReadyForQuery(): void {
    this.#ending.resolve(this.#rows);
  }

  handleError(error: unknown): void {
    this.#ending.reject(this.#sourceError ?? error);
  }

  async #pump(connection: CopyConnection): Promise<void> {
    for await (const block of this.#source) {
      connection.sendCopyFromChunk(block);
      if (connection.stream.writableNeedDrain) await once(connection.stream, "drain");
    }
    connection.endCopyFrom();
  }
}

/** pg has these methods for exactly this use; its types leave them out. */
function asCopyConnection(connection: pg.Connection): CopyConnection {
  return connection as CopyConnection;
}
