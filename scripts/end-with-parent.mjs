// npm passes a SIGTERM on to the shell between itself and the script, and both end without a word to the script: the bot
// would live on as nobody's child and hold the port. What is left of them is that this process gets another parent.

/** Milliseconds between two looks. */
const LOOK_EVERY = 300;

/** Under npm: asks this process to stop, as a platform does, once whoever started it is gone. */
export function endWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    process.kill(process.pid, "SIGTERM");
  }, LOOK_EVERY);
  look.unref();
}
