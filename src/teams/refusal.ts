/** A request that is turned away: the status for the caller, the reason for the log only. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly status: 400 | 401 | 403 | 413 | 503,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}
