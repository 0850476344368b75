import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** What becomes of a piece that a client sends: on it goes, or the line is cut before or right after it went on. */
export type Verdict = "pass" | "cut_before" | "cut_after";

/** A line between a client and a server on loopback that can be cut. */
export class TcpProxy {
  readonly #target: { host: string; port: number };
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  /** Asked for every piece that a client sends. */
  judge: (piece: Buffer) => Verdict = () => "pass";
  cuts = 0;

  constructor(target: { host: string; port: number }) {
    this.#target = target;
    this.#server = createServer((client) => this.#join(client));
  }

  /** Listen; resolves to the port. */
  start(): Promise<number> {
    return new Promise((resolve) => {
      this.#server.listen(0, "127.0.0.1", () =>
        resolve((this.#server.address() as AddressInfo).port),
      );
    });
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(client: Socket): void {
    const server = connect(this.#target);
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(socket);
      socket.on("error", () => undefined);
      socket.once("close", () => {
        this.#sockets.delete(socket);
        other.end();
      });
    }
    server.on("data", (piece) => client.write(piece));
    client.on("data", (piece) => this.#forward(piece, client, server));
  }

  #forward(piece: Buffer, client: Socket, server: Socket): void {
    const verdict = this.judge(piece);
    if (verdict !== "cut_before") server.write(piece);
    if (verdict === "pass") return;
    this.cuts++;
    // The client hears no answer any more; what the server was told it still does.
    client.destroy();
    server.end();
  }
}
