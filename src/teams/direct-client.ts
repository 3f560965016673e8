/**
 * Replies without the SDK's operation layer. That layer walks every field of an activity through a description of the
 * protocol and the request through ten policies, of which the bot needs two: the token, and the sending itself.
 * Measured with `npm run bench:http -- --profile`: a quarter of a turn.
 */

import type { Activity } from "botbuilder-core";
import { createWebResource, type HttpClient } from "botbuilder-stdlib/lib/azureCoreHttpCompat";
import type { ConnectorClient } from "botframework-connector";
import * as z from "zod";
import { activityJson } from "./activity-json";

/** What a connector answers to a message that it took; some answer nothing. */
const taken = z.object({ id: z.string() });

/**
 * Lets a client send replies directly; all else it does as before.
 * @param client of the SDK, with its credentials
 * @param serviceUrl the address it was made for
 * @param httpClient sends, with limits and second tries (send.ts)
 */
export function sendingDirectly(client: ConnectorClient, serviceUrl: string, httpClient: HttpClient): ConnectorClient {
  const base = `${serviceUrl.replace(/\/+$/, "")}/v3/conversations/`;

  async function post(path: string, activity: Partial<Activity>): Promise<{ id: string }> {
    const request = createWebResource({ url: base + path, method: "POST", body: activityJson(activity) });
    request.headers.set("accept", "application/json");
    request.headers.set("content-type", "application/json; charset=utf-8");
    const { bodyAsText } = await httpClient.sendRequest(await client.credentials.signRequest(request));
    return idIn(bodyAsText ?? "");
  }

  Object.assign(client.conversations, {
    replyToActivity: (conversation: string, activity: string, reply: Partial<Activity>) =>
      post(`${encodeURIComponent(conversation)}/activities/${encodeURIComponent(activity)}`, reply),
    sendToConversation: (conversation: string, message: Partial<Activity>) =>
      post(`${encodeURIComponent(conversation)}/activities`, message),
  });
  return client;
}

/** The message is there, whatever the answer says, so an answer that is none is no error. */
function idIn(text: string): { id: string } {
  try {
    return taken.parse(JSON.parse(text));
  } catch {
    return { id: "" };
  }
}
