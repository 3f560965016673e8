/** The Dockerfile, as far as it can be checked without Docker, and what `npm run stage` puts together. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import * as z from "zod";
import { onUnix } from "../support/on-unix";

const instructions = readFileSync("Dockerfile", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const ignored = readFileSync(".dockerignore", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const second = instructions.findLastIndex((line) => line.startsWith("FROM "));
const [building, running] = [copiesIn(instructions.slice(0, second)), copiesIn(instructions.slice(second))];
const copies = [...building, ...running];
const fromHere = copies.filter(([first]) => !first?.startsWith("--from")).flatMap((words) => words.slice(0, -1));

/** The words of each COPY: what, and to where. */
function copiesIn(stage: readonly string[]): string[][] {
  return stage.filter((line) => line.startsWith("COPY ")).map((line) => line.split(" ").slice(1));
}

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
    expect.stringMatching(/^FROM \S+\/nodejs22-debian13:nonroot$/),
  ]);
  expect(instructions).toContainEqual(expect.stringMatching(/^RUN npm ci --omit=dev/));
  expect(instructions.join("\n")).not.toMatch(/^USER root/m);
});

test("what it builds from is enough to prepare the knowledge: without that each start checks all files anew", () => {
  const app = mkdtempSync(join(tmpdir(), "image-"));
  for (const words of building) {
    const to = join(app, words.at(-1) ?? "");
    for (const path of words.slice(0, -1))
      cpSync(path, words.length > 2 ? join(to, basename(path)) : to, { recursive: true });
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(app, "node_modules"), "junction");
  execFileSync(process.execPath, [join(app, "scripts", "build.mjs")]);
  expect(readdirSync(join(app, "dist"))).toContain("knowledge.json");
  rmSync(app, { recursive: true });
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
    const image = running.map((words) => words.at(-1));
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
    const [, entry = ""] = /^CMD \["(.*)"\]$/m.exec(instructions.join("\n")) ?? [];
    const { port } = await start(process.execPath, [entry]);
    expect(healthCheck(port)).toBe(0);
    const ended = new Promise((resolve) => bot.once("exit", resolve));
    bot.disconnect();
    await ended;
    expect(healthCheck(port)).toBe(1);
  });

  onUnix("hears of a stop on App Service, which starts it from a shell script", async () => {
    const [, command = ""] = /appCommandLine: '(.*)'/.exec(readFileSync("infra/app.bicep", "utf8")) ?? [];
    const script = join(server, "startup.sh");
    writeFileSync(script, `cd ${server}\nPATH="$PATH:${server}" ${command}\n`);
    const { written } = await start("sh", [script]);
    bot.kill("SIGTERM");
    await once(bot, "close");
    expect(written()).toContain("stopping");
  });

  /** The Dockerfile's very command, with this Node in place of the image's. */
  function healthCheck(port: string): number | null {
    const line = instructions.find((each) => each.startsWith("HEALTHCHECK "))?.split(" CMD ")[1] ?? "";
    const [program, ...args] = z.array(z.string()).parse(JSON.parse(line));
    expect(program).toBe("/nodejs/bin/node");
    return spawnSync(process.execPath, args, { env: { ...process.env, PORT: port } }).status;
  }

  /** @returns the port that it says it listens on, and what it writes */
  function start(program: string, args: readonly string[]): Promise<{ port: string; written: () => string }> {
    const env = { ...process.env, PORT: "0", MicrosoftAppId: "" };
    bot = spawn(program, args, { cwd: server, env, stdio: ["ignore", "pipe", "inherit", "ipc"] });
    return new Promise((resolve, reject) => {
      let words = "";
      bot.stdout?.on("data", (chunk) => {
        words += chunk;
        const [, port] = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(words) ?? [];
        if (port !== undefined) resolve({ port, written: () => words });
      });
      bot.once("exit", () => reject(new Error(`the bot ended: ${words}`)));
    });
  }
});
