/** The Dockerfile, as far as it can be checked without Docker, and what `npm run stage` puts together. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";

const instructions = readFileSync("Dockerfile", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const ignored = readFileSync(".dockerignore", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const copies = instructions.filter((line) => line.startsWith("COPY ")).map((line) => line.split(" ").slice(1));
const fromHere = copies.filter(([first]) => !first?.startsWith("--from")).flatMap((words) => words.slice(0, -1));

test("copies what is there, and what .dockerignore lets in", () => {
  expect(fromHere.length).toBeGreaterThan(5);
  for (const path of fromHere) {
    expect({ path, there: existsSync(path) }).toEqual({ path, there: true });
    expect(ignored).toContain(`!${path.split("/")[0]}`);
  }
});

test("nothing else gets in: no settings, no git history, no packages, no tests", () => {
  expect(ignored[0]).toBe("*");
  const letIn = ignored.slice(1).map((line) => line.slice(1));
  expect(letIn.sort()).toEqual([...new Set(fromHere.map((path) => path.split("/")[0]))].sort());
});

test("runs as nobody in particular, on a Node that the bot is tested with, with production packages", () => {
  const images = instructions.filter((line) => line.startsWith("FROM "));
  expect(images).toEqual([
    expect.stringMatching(/^FROM node:22-\S+-slim AS build$/),
    expect.stringMatching(/^FROM \S+\/nodejs22-debian12:nonroot$/),
  ]);
  expect(instructions).toContainEqual(expect.stringMatching(/^RUN npm ci --omit=dev/));
  expect(instructions.join("\n")).not.toMatch(/^USER root/m);
});

describe("what is put together for a server", () => {
  let server: string;
  let bot: ChildProcess;

  beforeAll(() => {
    server = mkdtempSync(join(tmpdir(), "stage-"));
    execFileSync(process.execPath, [join("scripts", "stage.mjs"), server, "--without-packages"]);
    symlinkSync(join(process.cwd(), "node_modules"), join(server, "node_modules"), "junction");
  });
  afterAll(() => {
    bot?.kill();
    rmSync(server, { recursive: true, force: true });
  });

  test("is what the image has, and no settings, sources or tests", () => {
    const image = copies
      .filter((words) => !words.some((word) => /^(package|\.npmrc|scripts|src)/.test(word)))
      .map((words) => words.at(-1));
    const here = readdirSync(server).filter((name) => !/^(package.*\.json|\.npmrc)$/.test(name));
    expect(here.sort()).toEqual(image.sort());
  });

  test("never takes the place of something else", () => {
    const folder = mkdtempSync(join(tmpdir(), "precious-"));
    writeFileSync(join(folder, "letter.txt"), "dear");
    const { status, stderr } = spawnSync(process.execPath, [join("scripts", "stage.mjs"), folder], {
      encoding: "utf8",
    });
    expect({ status, left: readdirSync(folder) }).toEqual({ status: 1, left: ["letter.txt"] });
    expect(stderr).toContain("name an empty folder");
    rmSync(folder, { recursive: true });
  });

  test("starts by itself, and the image's health check finds it alive, then dead", async () => {
    const port = await start();
    expect(healthCheck(port)).toBe(0);
    const ended = new Promise((resolve) => bot.once("exit", resolve));
    bot.disconnect();
    await ended;
    expect(healthCheck(port)).toBe(1);
  });

  /** The Dockerfile's very command, with this Node in place of the image's. */
  function healthCheck(port: string): number | null {
    const line = instructions.find((each) => each.startsWith("HEALTHCHECK "))?.split(" CMD ")[1] ?? "";
    const [program, ...args] = z.array(z.string()).parse(JSON.parse(line));
    expect(program).toBe("/nodejs/bin/node");
    return spawnSync(process.execPath, args, { env: { ...process.env, PORT: port } }).status;
  }

  function start(): Promise<string> {
    const [, entry = ""] = /^CMD \["(.*)"\]$/m.exec(instructions.join("\n")) ?? [];
    const env = { ...process.env, PORT: "0", MicrosoftAppId: "" };
    bot = spawn(process.execPath, [entry], { cwd: server, env, stdio: ["ignore", "pipe", "inherit", "ipc"] });
    return new Promise((resolve, reject) => {
      let words = "";
      bot.stdout?.on("data", (chunk) => {
        words += chunk;
        const [, port] = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(words) ?? [];
        if (port !== undefined) resolve(port);
      });
      bot.once("exit", () => reject(new Error(`the bot ended: ${words}`)));
    });
  }
});
