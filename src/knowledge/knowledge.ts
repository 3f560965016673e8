import type {
  ChangedPage,
  Concept,
  Place,
  PlacesWithoutRegion,
  Region,
  RegionsFile,
  Service,
  Targets,
  Vocabulary,
} from "./schema";

/** All that the bot knows, checked and ready to be read; nothing in it changes after the start. */
export type Knowledge = {
  readonly services: readonly Service[];
  readonly regions: readonly Region[];
  readonly places: readonly Place[];
  /** Where there is none. */
  readonly withoutRegion: PlacesWithoutRegion;
  readonly regionSources: RegionsFile["sources"];
  readonly targets: readonly Targets[];
  readonly concepts: readonly Concept[];
  readonly vocabulary: Vocabulary;
  /** Microsoft's pages that are newer than a file which was written from them; none where no check has said so. */
  readonly pagesChanged: readonly ChangedPage[];
};

/** A knowledge file as it was read: its name from the knowledge folder on, and its text. */
export type KnowledgeFile = { readonly name: string; readonly text: string };

/** One thing wrong in one file, with what to write instead. */
export type Fault = { readonly file: string; readonly path: string; readonly problem: string };
