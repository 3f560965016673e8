/**
 * The contract between the channel (teams/, cli/) and the answers: what goes in, what comes out. Types only, so that
 * teams/ needs to know neither the knowledge nor the cards.
 */

/** One message of one person: typed text without mentions, or what a card's button carried (foreign input). */
export type Message =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "tap"; readonly data: unknown };

/** An Adaptive Card as JSON. */
export type Card = Readonly<Record<string, unknown>>;

/** What was decided, for logs and scripts: ids and figures, never words of the person. */
export type Decision = {
  readonly kind: "answer" | "plan" | "region" | "catalog" | "concept" | "disambiguate" | "decline" | "help";
  readonly services: readonly string[];
  readonly regions: readonly string[];
  /** 0 to 1, 1 the best. */
  readonly confidence: number;
  /** Best first, at most five. */
  readonly candidates: ReadonlyArray<{ readonly service: string; readonly confidence: number }>;
  readonly capability?: string | null;
  readonly listed?: readonly string[];
  readonly concept?: string;
  readonly reason?: "empty" | "no-match" | "other-topic";
};

export type Reply = {
  readonly decision: Decision;
  readonly card: Card;
  /** One line for the notification, plain text. */
  readonly summary: string;
  /** The whole answer as plain text, for clients that show no cards and for screen readers. */
  readonly text: string;
  /** Addresses on the card, in order, each once. */
  readonly links: readonly string[];
};

/** What a later message of the same conversation may refer to; JSON, so that any store can keep it. */
export type Context = Readonly<Record<string, unknown>>;

/** One thing that the compose box offers: what the list shows, and the card that is put into the conversation. */
export type Hit = {
  readonly title: string;
  /** One line, plain text. */
  readonly text: string;
  /** Its buttons are links only: the bot may not be a member where the card ends up. */
  readonly card: Card;
};

export type SearchResult = {
  /** For logs: how the search went; `listed` names what was found. */
  readonly decision: Decision;
  /** Best first. */
  readonly hits: readonly Hit[];
  /** What to say where there are none. */
  readonly nothing: string;
};

export type Turn = { readonly reply: Reply; readonly context: Context | undefined };

export type Responder = {
  /**
   * Answers one message. Never throws, whatever it is handed.
   * @param message what was typed or tapped
   * @param context what the turn before returned for this conversation, if it is still known (checked before use)
   * @param now milliseconds since 1970, to let the context go after half an hour
   */
  respond(message: Message, context: Context | undefined, now: number): Turn;
  /** The card for somebody who just installed the bot. */
  welcome(): Reply;
  /**
   * Finds services and regions by what was typed so far: beginnings, nicknames, misspelt names, whole questions.
   * Nothing typed brings a few to start from. Never throws.
   */
  search(typed: string): SearchResult;
};
