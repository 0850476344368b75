import { statfsSync } from "node:fs";
import { totalmem } from "node:os";

const GIB = 2 ** 30;

/** The server's settings as `-c name=value` arguments: loopback only, sized to this machine's memory and disk. */
export function postgresSettings(folder: string, port: number, isThrowaway: boolean): string[] {
  const isRoomy = totalmem() >= 8 * GIB;
  const values: Record<string, string> = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    shared_buffers: isRoomy ? "1GB" : "128MB",
    max_wal_size: isRoomy && freeBytes(folder) >= 24 * GIB ? "8GB" : "1GB",
    max_connections: isThrowaway ? "200" : "100",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    password_encryption: "scram-sha-256",
    // A statement's values are personal data: neither statements nor their parameters go to the log.
    log_min_error_statement: "panic",
    log_parameter_max_length_on_error: "0",
    ...(isThrowaway ? { fsync: "off", full_page_writes: "off", synchronous_commit: "off" } : {}),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Bytes an ordinary user can still write where `folder` lies. */
export function freeBytes(folder: string): number {
  const disk = statfsSync(folder);
  return disk.bavail * disk.bsize;
}
