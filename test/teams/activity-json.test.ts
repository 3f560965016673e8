import type { Activity } from "botbuilder-core";
import { activityJson } from "../../src/teams/activity-json";

const card = { type: "AdaptiveCard", body: [{ type: "TextBlock", text: 'Quotes " and \u2028 and 😀' }] };
const attachment = { contentType: "application/vnd.microsoft.card.adaptive", content: card };

const ACTIVITIES: ReadonlyArray<readonly [string, Partial<Activity>]> = [
  ["a text", { type: "message", text: "hello", channelData: undefined }],
  ["a card", { type: "message", summary: "Event Grid", attachments: [attachment] }],
  ["the same card again", { type: "message", attachments: [attachment] }],
  [
    "two attachments, one without content",
    { attachments: [attachment, { contentType: "text/plain", content: "words" }] },
  ],
  ["no attachments", { type: "typing", attachments: [] }],
  ["nothing", {}],
];

test.each(ACTIVITIES)("%s says what JSON.stringify says", (_, activity) => {
  const { attachments = [], ...rest } = activity;
  const whole = attachments.length > 0 ? { ...rest, attachments } : rest;
  expect(JSON.parse(activityJson(activity))).toEqual(JSON.parse(JSON.stringify(whole)));
});
