/** Typing mistakes as random as a cat on the keyboard, and the same in every run. */

/** A small generator with a known sequence (Park and Miller), seeded by the text itself. */
function generator(text: string): () => number {
  let state = [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2147483647, 7) || 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/**
 * @param text a question
 * @returns the same with one or two letters of each word of six and more replaced by random ones
 */
export function mistype(text: string): string {
  const random = generator(text);
  return text.replace(/[A-Za-z]{6,}/g, (word) => {
    const letters = [...word];
    const mistakes = random() < 0.5 ? 1 : 2;
    for (let i = 0; i < mistakes; i += 1) {
      letters[Math.floor(random() * letters.length)] = String.fromCharCode(97 + Math.floor(random() * 26));
    }
    return letters.join("");
  });
}
