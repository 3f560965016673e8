/** npm run knowledge:links against a server on loopback: nothing here leaves this machine. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../../src/cli/knowledge-links";
import { type Asked, askAll } from "../../../src/cli/link-check";
import { knowledgeFiles, writeFiles } from "./made-up";

type Answer = (request: IncomingMessage, response: ServerResponse, times: number) => void;

/** In two steps: restify, which other tests of the same worker load, makes writeHead return nothing. */
function send(response: ServerResponse, code: number, headers: Record<string, string> = {}, body = ""): void {
  response.writeHead(code, headers);
  response.end(body);
}

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    send(response, code, headers);

/** What each path answers; all others answer 200. */
const ANSWERS: Record<string, Answer> = {
  "/gone": status(404),
  "/away": status(410),
  "/moved": status(301, { location: "/moved-again" }),
  "/moved-again": status(302, { location: "/en-us/new?view=x" }),
  "/same": status(301, { location: "/en-us/same/" }),
  "/to-gone": status(301, { location: "/gone" }),
  "/circle": status(301, { location: "/circle" }),
  "/no-head": (request, response) => send(response, request.method === "HEAD" ? 405 : 200, {}, "body"),
  "/no-head-gone": (request, response) => send(response, request.method === "HEAD" ? 405 : 404),
  "/forbidden": status(403),
  "/busy": (_request, response, times) =>
    send(response, times < 3 ? 429 : 200, times < 3 ? { "retry-after": "7" } : {}),
  "/broken": status(503),
  "/hangs-up": (request) => request.socket.destroy(),
};

let server: Server;
let base: string;
let asked: string[];
let waits: number[];
let atOnce: number;

beforeAll(async () => {
  let under = 0;
  server = createServer((request, response) => {
    const path = request.url?.replace(/[?].*/, "") ?? "";
    asked.push(`${request.method} ${path}`);
    under += 1;
    atOnce = Math.max(atOnce, under);
    const times = asked.filter((one) => one.endsWith(` ${path}`)).length;
    setTimeout(() => {
      under -= 1;
      (ANSWERS[path] ?? status(200))(request, response, times);
    }, 5);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  asked = [];
  waits = [];
  atOnce = 0;
});

afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

const network = {
  fetch,
  sleep: async (milliseconds: number) => {
    waits.push(milliseconds);
  },
};

/** Asks one path; addresses in the answer without the server's. */
async function ask(path: string): Promise<Record<string, string>> {
  const [answer] = await askAll([`${base}${path}`], network);
  return JSON.parse(JSON.stringify(answer).replaceAll(base, ""));
}

test.each<[string, Asked["kind"], object]>([
  ["/fine", "alive", {}],
  ["/same", "alive", {}],
  ["/no-head", "alive", {}],
  ["/gone", "dead", { reason: "answers 404" }],
  ["/away", "dead", { reason: "answers 410" }],
  ["/to-gone", "dead", { reason: "answers 404" }],
  ["/no-head-gone", "dead", { reason: "answers 404" }],
  ["/moved", "moved", { to: "/new?view=x" }],
  ["/busy", "alive", {}],
  ["/broken", "unsure", { reason: "answers 503" }],
  ["/forbidden", "unsure", { reason: "answers 403" }],
  ["/hangs-up", "unsure", { reason: expect.stringContaining("no answer") }],
  ["/circle", "unsure", { reason: expect.stringContaining("redirect") }],
])("%s is %s", async (path, kind, details) => {
  expect(await ask(path)).toEqual({ kind, address: path, ...details });
});

test("HEAD alone where that is enough, GET only where HEAD is refused", async () => {
  await ask("/fine");
  await ask("/no-head");
  expect(asked).toEqual(["HEAD /fine", "HEAD /no-head", "GET /no-head"]);
});

test("three tries with growing waits, longer when the server asks for it; none for what is dead", async () => {
  await ask("/broken");
  expect(waits).toEqual([1000, 2000]);
  await ask("/busy");
  expect(waits).toEqual([1000, 2000, 7000, 7000]);
  await ask("/gone");
  expect(asked.filter((one) => one.endsWith("/gone"))).toHaveLength(1);
});

test("a server that never answers is given up", async () => {
  const never = { ...network, fetch: () => Promise.reject(new DOMException("timed out", "TimeoutError")) };
  expect(await askAll(["https://learn.microsoft.com/x"], never)).toEqual([
    { kind: "unsure", address: "https://learn.microsoft.com/x", reason: "no answer: timed out" },
  ]);
});

test("a few at a time, answers in the order of the questions", async () => {
  const addresses = Array.from({ length: 30 }, (_, i) => `${base}/${i}`);
  const answers = await askAll(addresses, network);
  expect(answers.map(({ address }) => address)).toEqual(addresses);
  expect(atOnce).toBeLessThanOrEqual(4);
  expect(atOnce).toBeGreaterThan(1);
});

describe("the command", () => {
  let knowledge: string;
  let out: string;
  let error: string;

  beforeEach(() => {
    knowledge = mkdtempSync(join(tmpdir(), "knowledge-links-"));
    writeFiles(
      knowledge,
      knowledgeFiles().map(({ name, text }) => [name, text] as const),
    );
    out = "";
    error = "";
  });

  afterEach(() => rmSync(knowledge, { recursive: true }));

  function links(...args: string[]): Promise<number> {
    return run([...args, "--base", base, "--knowledge", knowledge], {
      out: (text) => {
        out += text;
      },
      error: (text) => {
        error += text;
      },
      network,
    });
  }

  test("all addresses answer: exit status 0, each page asked once", async () => {
    expect(await links()).toBe(0);
    expect(out).toBe("Asked 9 addresses: 9 answer.");
    expect(asked).toHaveLength(9);
  });

  test("a dead one and a moved one: exit status 2, with the places in our files", async () => {
    ANSWERS["/azure/beta/overview"] = status(404);
    ANSWERS["/azure/delta/overview"] = status(301, { location: "/azure/delta/new" });
    expect(await links()).toBe(2);
    expect(out).toContain("1 dead:");
    expect(out).toContain("services/azure-beta.json at links[1]");
    expect(out).toContain("/azure/delta/overview is now");
    expect(await links("--json")).toBe(2);
    expect(JSON.parse(out.slice(out.indexOf("{")))).toMatchObject({
      asked: 9,
      findings: [{ kind: "dead" }, { kind: "moved" }],
    });
    delete ANSWERS["/azure/beta/overview"];
    delete ANSWERS["/azure/delta/overview"];
  });

  test("one without a clear answer is named, but is no reason to wake anybody", async () => {
    ANSWERS["/azure/beta/overview"] = status(503);
    expect(await links()).toBe(0);
    expect(out).toContain("1 without a clear answer");
    delete ANSWERS["/azure/beta/overview"];
  });

  test("nothing answers, or the knowledge is faulty: exit status 1", async () => {
    const away = { ...network, fetch: () => Promise.reject(new Error("no network")) };
    const print = (text: string) => {
      error += text;
    };
    expect(await run(["--knowledge", knowledge], { out: print, error: print, network: away })).toBe(1);
    expect(error).toContain("no answer: no network");
    writeFiles(knowledge, [["regions.json", "{"]]);
    expect(await links()).toBe(1);
    expect(error).toContain("regions.json: is not JSON");
    expect(asked).toEqual([]);
  });

  test("--help is no fault", async () => {
    expect(await links("--help")).toBe(0);
    expect(out).toContain("Usage");
  });
});
