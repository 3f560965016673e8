/** The SDK's adapter without its HTTP layer, which puts the text of inner errors into the body of a 500. */
import { type Activity, CloudAdapterBase, type InvokeResponse, type TurnContext } from "botbuilder-core";
import type { AuthenticateRequestResult } from "botframework-connector";
import type { AnyActivity, Incoming } from "./activity";
import { type AuthenticationOptions, ChannelAuthentication } from "./authentication";

export class TeamsAdapter extends CloudAdapterBase {
  readonly #authentication: ChannelAuthentication;

  constructor(options: AuthenticationOptions) {
    const authentication = new ChannelAuthentication(options);
    super(authentication);
    this.#authentication = authentication;
  }

  /**
   * Checks the token before the activity is read, as far as that goes.
   * @throws Refusal 401 or 503
   */
  checkToken(header: string): Promise<void> {
    return this.#authentication.checkToken(header);
  }

  /**
   * Checks the token that came with an activity.
   * @throws Refusal 401 or 503
   */
  authenticate(activity: AnyActivity, header: string): Promise<AuthenticateRequestResult> {
    return this.#authentication.authenticateRequest(toSdk(activity), header);
  }

  /**
   * Runs a turn.
   * @param sender what authenticate() found out
   * @param activity the checked activity
   * @param logic what to do in the turn
   * @returns what the HTTP response must carry: the answer to an invoke, replies that were asked for in the response
   * @throws whatever the logic throws
   */
  run(
    sender: AuthenticateRequestResult,
    activity: Incoming,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(sender, toSdk(activity), logic);
  }
}

/**
 * The edge: our checked activity under the SDK's type. That type declares every field as present and times as Date;
 * neither is so for activities off the wire, and the SDK reads only what parseActivity has checked.
 */
function toSdk(activity: AnyActivity): Activity {
  return activity as unknown as Activity;
}
