/** Lines of text from a stream, in memory that depends neither on its length nor on its longest line. */

/** Characters. A line of the bot's log has some hundred; of a longer one only so much is kept. */
export const LONGEST_LINE = 1_000_000;

/**
 * Splits text into lines.
 * @param chunks text as it arrives
 * @returns each line without its end (\n or \r\n); an unfinished last line counts, an empty end does not
 */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of chunks) {
    const parts = chunk.split("\n");
    const [first = ""] = parts;
    rest = (rest + first).slice(0, LONGEST_LINE);
    for (let i = 1; i < parts.length; i++) {
      yield withoutReturn(rest);
      rest = parts[i] ?? "";
    }
  }
  if (rest !== "") yield withoutReturn(rest);
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
