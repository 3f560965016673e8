// Preloaded into the local Teams client, which listens on every interface and has no setting for that: whatever it
// listens on becomes 127.0.0.1, so that nobody else on the network reaches it.
const { Server } = require("node:net");

const { listen } = Server.prototype;

Server.prototype.listen = function listenOnLoopback(...args) {
  const [first, ...rest] = args;
  if (typeof first === "number" || (typeof first === "string" && /^\d+$/.test(first))) {
    const withoutHost = rest.filter((arg) => typeof arg === "function");
    return listen.call(this, Number(first), "127.0.0.1", ...withoutHost);
  }
  if (typeof first === "object" && first !== null && "port" in first) {
    return listen.call(this, { ...first, host: "127.0.0.1" }, ...rest);
  }
  return listen.apply(this, args);
};
