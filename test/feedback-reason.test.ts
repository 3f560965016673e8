import { feedbackReason } from "../src/feedback-reason";

test.each([
  ["the link is broken", "link-broken"],
  ["Link doesn't work", "link-broken"],
  ["page gives a 404", "link-broken"],
  ["dead link", "link-broken"],
  ["the link is out of date", "link-broken"],
  ["wrong service", "wrong-service"],
  ["I meant Event Hubs", "wrong-service"],
  ["this is about another product", "wrong-service"],
  ["Out of date", "out-of-date"],
  ["out-of-date", "out-of-date"],
  ["this is no longer true since May", "out-of-date"],
  ["outdated, the page says something else", "out-of-date"],
  ["Not clear", "not-clear"],
  ["too long, I don't understand it", "not-clear"],
  ["confusing", "not-clear"],
  ["bad", null],
  ["", null],
])("%s: %s", (words, reason) => {
  expect(feedbackReason(words)).toBe(reason);
});

test("a very long comment has no reason of ours", () => {
  expect(feedbackReason("x".repeat(100_000))).toBeNull();
});
