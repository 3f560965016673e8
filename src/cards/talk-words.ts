/** What the bot says of itself: what it does not know, what it asks back, help. */
import { either, list } from "./formats";

/** Words of the person, of which a long one says no more than its beginning. */
const echoed = (names: readonly string[]) => either(names.map((name) => name.replace(/(\S{40})\S+/gu, "$1…")));

export const talkWords = {
  unknown: {
    products: (names: readonly string[]) => `I don't know ${echoed(names)}.`,
    regions: (names: readonly string[]) => `I don't know ${echoed(names)}: Microsoft's list has no such region.`,
    places: (names: readonly string[]) => `Microsoft's list of public regions has none in ${echoed(names)}.`,
    city: (name: string, geography: string, regions: readonly string[]) =>
      `Microsoft's list of public regions does not name ${name}. ${/^United/.test(geography) ? "The " : ""}${geography} has ${list(regions)}.`,
    nearest: (names: readonly string[]) => `The nearest by name: ${list(names)}.`,
    anywhere: "This card is for no region in particular.",
  },

  askBack: {
    title: "Which one do you mean?",
    lead: "The name fits more than one service.",
    together: {
      title: "Which do you mean?",
      lead: (names: readonly string[]) =>
        `You name ${list(names)}. Is your question about one of them, or ${names.length > 2 ? "more" : "both"}?`,
      all: (count: number) => ["Both", "All three", "All four", "All five"][count - 2] ?? "All of them",
    },
  },
  decline: {
    empty: {
      title: "I found no question in that",
      lead: "I read text only. Ask how an Azure service survives the loss of a region, for example in Qatar Central.",
    },
    unknown: (products: readonly string[]) => `I don't know ${echoed(products)}`,
    noRegion: {
      lead: "Microsoft's list of public regions has no such name. Check the spelling, or look at the list.",
    },
    noPlace: {
      title: (places: readonly string[]) => `No public region in ${echoed(places)}`,
      lead: "Microsoft's list of public regions has none there. Name a region that is on it, or ask about a service.",
    },
    noCity: (name: string) => `No region is listed for ${name}`,
    "no-match": {
      title: "I don't know that",
      lead: "I only know how Azure services and regions survive the loss of a region. Name a service or a region, or look at Microsoft's own list.",
    },
    "other-topic": {
      title: (service: string) => `I know ${service}, but not that side of it`,
      lead: "I only answer on several regions: replication, failover, backup to another region. For the rest Microsoft's documentation is the place.",
    },
    noList: {
      title: "I have no such list",
      lead: "A list of something else would mislead you. These are the ones that I have.",
    },
    microsoftsList: "Microsoft's own list",
    nearest: "The nearest I know",
  },
  help: {
    hello: {
      title: "Hello",
      lead: "Ask me how an Azure service survives the loss of a region, above all a region without a pair.",
    },
    thanks: { title: "You're welcome", lead: "Ask me about the next service or region whenever you like." },
    more: {
      title: "The card above is all that I have on it",
      lead: "Ask for one thing, such as failover, backup or what can be lost, or name another region or service. Its Microsoft page has the rest.",
    },
    source: {
      title: "Microsoft's own pages",
      lead: "Each statement on a card links to its page. The last line of the card says of which month the pages are and when they were checked.",
    },
    doubt: {
      title: "I go by Microsoft's pages",
      lead: "Each statement links to the page that it comes from, and the page is what counts. If I took your question for another one, name the service and the region again.",
    },
    noise: {
      title: "I found no question in that",
      lead: "Ask for one thing, such as failover, backup or what can be lost, or name another service or region.",
    },
    "one-place": {
      title: "I know of no second region here",
      lead: "Name both, and I tell you the way from the first to the second: “Key Vault from Qatar Central to UAE North”.",
    },
    about: {
      title: "What I can tell you",
      lead: "How Azure services survive the loss of a region, above all one without a pair: what is built in, who starts a failover, what can be lost, and the Microsoft page that says so.",
    },
    welcome: {
      title: "Region Guide",
      lead: "I answer how Azure services survive the loss of a region, above all a region without a pair. Every answer has its Microsoft page.",
    },
    know: (services: number, regions: number) =>
      `I know ${services} services and ${regions} public regions. I use no language model: the same question always gets the same answer, and what I don't know I say.`,
    how: "Name one or more services, a region if you have one, and what you are after: failover, replication, backup. Follow-ups such as “and Cosmos DB?” work for half an hour.",
    try: "Try one of these, or type your own:",
  },
  search: {
    nothing: "No Azure service or region of that name. Try another one, such as Event Grid, AKS or Qatar Central.",
  },
  unexpected: {
    title: "Something went wrong on my side",
    lead: "I could not answer that. It was logged; please try again, or put it another way.",
  },
} as const;
