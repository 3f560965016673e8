/** Other systems have no signals, and no shell of that kind. */
export const onUnix = process.platform === "win32" ? test.skip : test;
