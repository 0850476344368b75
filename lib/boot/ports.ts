import { createServer } from "node:net";

/** A port on loopback that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** The first port from `wanted` on that can be had on `host`, within the next 50. */
export async function firstFreePort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + 50, 65_536); port += 1) {
    if (await isFree(port, host)) return port;
  }
  throw new Error(`No port from ${wanted} on is free: set PORT to one that is.`);
}

/** Whether nobody listens there. Busy means that somebody answers, or that we may not listen: a listener on another address of this machine counts. */
export async function isFree(port: number, host: string): Promise<boolean> {
  const hosts = new Set([host, "127.0.0.1", "::"]);
  for (const each of hosts) {
    if (!(await canListen(port, each))) return false;
  }
  return true;
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      // No IPv6 on this machine says nothing about the port.
      resolve(error.code === "EAFNOSUPPORT" || error.code === "EADDRNOTAVAIL");
    });
    server.listen({ port, host, ipv6Only: host === "::" }, () => server.close(() => resolve(true)));
  });
}
