import { afterAll, describe, expect, it } from "vitest";
import { DomainError } from "#lib/errors/index.ts";
import { callOutside, type OutsideCall, type Reach, Unreachable } from "#lib/http/call-outside.ts";
import { isPublicAddress } from "#lib/http/public-address.ts";
import { answerWith, HOOK_HOST, startHookServer, stayStill } from "#tests/support/hook-server.ts";

const server = await startHookServer();
afterAll(server.stop);

const call = (url: string, reach?: Reach, options: Partial<OutsideCall> = {}) =>
  callOutside(
    {
      url,
      method: "POST",
      headers: {},
      body: "{}",
      timeoutMs: 3_000,
      mostBytes: 65_536,
      ...options,
    },
    reach,
  );

/** Everything is looked up as given, and only what is public is called: the rule of the product. */
const resolving = (...addresses: string[]): Reach => ({
  ...server.reach,
  resolve: async () => addresses,
  isAllowed: isPublicAddress,
});

const refusalOf = (url: string, reach?: Reach) =>
  call(url, reach).then(
    () => "called",
    (error: unknown) =>
      error instanceof Unreachable || error instanceof DomainError ? "refused" : String(error),
  );

describe("an address that a person typed", () => {
  it.each([
    "https://127.0.0.1/",
    "https://127.1/",
    "https://0x7f000001/",
    "https://2130706433/",
    "https://017700000001/",
    "https://0.0.0.0/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://localhost/",
    "https://LOCALHOST./",
    "https://127.0.0.1.:443/",
    "https://①②⑦.0.0.1/",
    "https://0/",
    "https://[::]/",
    "https://[::ffff:7f00:1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[64:ff9b::a9fe:a9fe]/",
    "https://[2002:7f00:1::]/",
    "https://[fe80::1]/",
    "https://[fd00:ec2::254]/",
    "https://[ff02::1]/",
    "https://10.0.0.1/",
    "https://172.31.255.255/",
    "https://192.168.0.1/",
    "https://100.64.0.1/",
    "https://100.100.100.200/",
    "https://169.254.169.254/latest/meta-data/",
    "https://168.63.129.16/",
    "https://192.0.0.192/",
    "https://224.0.0.1/",
    "https://255.255.255.255/",
    "https://metadata.google.internal/",
    "https://printer.local/",
    "https://intranet/",
  ])("is refused before anything is called: %s", async (url) => {
    expect(await refusalOf(url)).toBe("refused");
  });

  it.each([
    "http://hooks.example.com/",
    "http://hooks.example.com:80/",
    "https://hooks.example.com:80/",
    "https://hooks.example.com:8443/",
    "https://user:password@hooks.example.com/",
    "https://user@hooks.example.com/",
    "ftp://hooks.example.com/",
    "file:///etc/passwd",
    "hooks.example.com",
    "",
  ])("must be https on its usual port without credentials: %s", async (url) => {
    expect(await refusalOf(url, server.reach)).toBe("refused");
  });

  it.each([
    ["127.0.0.1"],
    ["::1"],
    ["::ffff:127.0.0.1"],
    ["169.254.169.254"],
    ["93.184.215.14", "127.0.0.1"],
    ["93.184.215.14", "fd00::1"],
    [],
  ])("is refused where its name leads inside, or nowhere: %s", async (...addresses) => {
    const before = server.received.length;
    expect(await refusalOf(`https://${HOOK_HOST}/`, resolving(...addresses))).toBe("refused");
    expect(server.received).toHaveLength(before);
  });

  it("is looked up once, and the connection goes to what was checked: a second answer changes nothing", async () => {
    const answers = [["127.0.0.1"], ["127.0.0.2"]];
    let asked = 0;
    const rebinding: Reach = {
      ...server.reach,
      resolve: async () => answers[asked++] ?? [],
      // In this test 127.0.0.1 plays the public address, and 127.0.0.2 the private one.
      isAllowed: (address) => address === "127.0.0.1",
    };
    expect((await call(`https://${HOOK_HOST}/`, rebinding)).status).toBe(204);
    expect(asked).toBe(1);
    expect(await refusalOf(`https://${HOOK_HOST}/`, rebinding)).toBe("refused");
  });

  it("is called by its name: the certificate must be that name’s, and trusted", async () => {
    expect((await call(`https://${HOOK_HOST}/in?x=1`, server.reach)).status).toBe(204);
    expect(server.received.at(-1)).toMatchObject({ path: "/in?x=1", headers: { host: HOOK_HOST } });
    await expect(call("https://other.example.com/", server.reach)).rejects.toThrow(/altnames/);
    const { ca: _, ...strangers } = server.reach;
    await expect(call(`https://${HOOK_HOST}/`, strangers)).rejects.toThrow(/self-signed/);
  });

  it("is not left for another one: a redirect is an answer", async () => {
    const before = server.received.length;
    server.answers.push(answerWith(302, "", { location: "https://127.0.0.1/" }));
    expect((await call(`https://${HOOK_HOST}/`, server.reach)).status).toBe(302);
    expect(server.received).toHaveLength(before + 1);
  });

  it("has so much time, however it stays silent", async () => {
    server.answers.push(stayStill);
    const startedMs = performance.now();
    await expect(call(`https://${HOOK_HOST}/`, server.reach, { timeoutMs: 300 })).rejects.toThrow(
      /aborted|timeout/i,
    );
    const silent: Reach = { ...server.reach, resolve: () => new Promise(() => undefined) };
    await expect(call(`https://${HOOK_HOST}/`, silent, { timeoutMs: 300 })).rejects.toThrow(
      /aborted|timeout/i,
    );
    server.answers.push((response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write("."), 50);
      response.on("close", () => clearInterval(drip));
    });
    await expect(call(`https://${HOOK_HOST}/`, server.reach, { timeoutMs: 300 })).rejects.toThrow(
      /aborted|timeout/i,
    );
    expect(performance.now() - startedMs).toBeLessThan(3_000);
  });

  it("is listened to up to so many bytes", async () => {
    server.answers.push((response) => {
      response.writeHead(200);
      const pour = () => {
        while (!response.destroyed && response.write("x".repeat(16_384)));
      };
      response.on("drain", pour);
      pour();
    });
    const { body, isCut } = await call(`https://${HOOK_HOST}/`, server.reach, {
      mostBytes: 65_536,
    });
    expect(isCut).toBe(true);
    expect(body).toHaveLength(65_536);
  });
});

describe("an IP address", () => {
  it.each(["1.1.1.1", "93.184.215.14", "192.0.1.1", "172.32.0.1", "2606:4700::1111", "2a00::1"])(
    "of the open internet is public: %s",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each(["2001::1", "2001:db8::1", "3fff::1", "198.18.0.1", "203.0.113.7", "240.0.0.1", "", "x"])(
    "of a test network, a tunnel or none at all is not: %s",
    (address) => expect(isPublicAddress(address)).toBe(false),
  );
});
