/** The time was up. */
export class TooLate extends Error {
  override readonly name = "TooLate";
}

/**
 * Holds a promise to a time limit; what runs behind it goes on, and is no longer waited for.
 * @param promise what to wait for
 * @param limit milliseconds
 * @param what names it in the error
 * @throws whatever the promise throws, or TooLate when the time is up
 */
export async function withinTime<T>(promise: Promise<T>, limit: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate(`${what} did not answer in ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
