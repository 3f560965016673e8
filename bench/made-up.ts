/** Made-up services with realistic names, to see how cost grows with their number. */
import type { Knowledge } from "../src/knowledge/knowledge";
import type { Service } from "../src/knowledge/schema";

const FIRST =
  "Adaptive Ambient Anchor Arctic Atlas Aurora Beacon Binary Bridge Canvas Carbon Cargo Cascade Catalyst Cedar Cipher Citadel Cobalt Comet Compass Copper Coral Crystal Delta Dynamo Echo Ember Falcon Fleet Flint Forge Glacier Granite Harbor Helix Horizon Indigo Ivory Jasper Keystone Lantern Lattice Ledger Lumen Lunar Magnet Maple Marble Meridian Mosaic Nebula Nimbus Nova Oasis Onyx Orbit Osprey Paragon Pelican Phoenixon Pinnacle Prairie Prism Pulse Quartz Quasar Radiant Rapid Raven Relay Ridge Ripple Sable Saffron Sapphire Sentry Sierra Signal Silver Solar Sonar Sparrow Spiral Stellar Summit Tango Tempo Thunder Timber Topaz Torrent Tundra Umbra Vector Velvet Vertex Violet Willow Zenith Zephyr".split(
    " ",
  );
const SECOND =
  "Analytics Archive Automation Broker Builder Cache Catalogue Channel Cluster Connector Console Dispatcher Explorer Exporter Federation Gatekeeper Guard Importer Inspector Integrator Inventory Journal Mapper Messenger Mesh Migrator Monitor Notebook Optimizer Orchestrator Pipeline Planner Profiler Publisher Recorder Registry Renderer Repository Resolver Router Sandbox Scanner Scheduler Sequencer Streamer Studio Synchronizer Tracker Translator Vaulting Validator Visualizer Warehouse Watcher Workbench".split(
    " ",
  );
const THIRD = ["", "Service", "Engine", "Hub Premium", "Edge", "Cloud", "Suite", "Portal", "Gateway Plus", "Express"];

/** The name of the nth made-up service; the first 5,500 differ in their first two words. */
export function madeUpName(n: number): string {
  const first = FIRST[n % FIRST.length];
  const second = SECOND[Math.floor(n / FIRST.length) % SECOND.length];
  const third = THIRD[Math.floor(n / (FIRST.length * SECOND.length)) % THIRD.length];
  return ["Azure", first, second, third].filter(Boolean).join(" ");
}

/** @returns the knowledge with `count` made-up services in place of the real ones, each with a real one's content */
export function madeUpKnowledge(real: Knowledge, count: number): Knowledge {
  const services = Array.from({ length: count }, (_, n): Service => {
    const model = real.services[n % real.services.length] as Service;
    const name = madeUpName(n);
    return {
      ...model,
      id: name.toLowerCase().replaceAll(" ", "-"),
      name,
      shortName: name.replace("Azure ", ""),
      aliases: [{ text: name }],
      neighbours: [],
      otherTopics: [],
      members: [],
      retired: undefined,
    };
  });
  return { ...real, services };
}

/** Questions on the first hundred made-up services, plain and mistyped, with the id that is right. */
export function madeUpQuestions(): Array<{ text: string; id: string }> {
  const forms = [
    (name: string) => `how does ${name} fail over to another region`,
    (name: string) => `${name.toLowerCase().replace("azure ", "")} without pairs`,
    (name: string) =>
      `can I replicate ${name.replace("Azure ", "").replace(/(\w{4})(\w)(\w)/, "$1$3$2")} in Qatar Central`,
  ];
  return Array.from({ length: 100 }, (_, n) => madeUpName(n)).flatMap((name) =>
    forms.map((form) => ({ text: form(name), id: name.toLowerCase().replaceAll(" ", "-") })),
  );
}
