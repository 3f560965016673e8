/** The id by which a question and a button tell of a tier: "azure-service-bus/standard". */
import type { Service } from "./schema";

/** @param names of the tier, which the first one stands for */
export function tierId({ id }: Pick<Service, "id">, [name = ""]: readonly string[]): string {
  return `${id}/${name.toLowerCase().replaceAll(" ", "-")}`;
}

/** The service of a tier, by the id that it was told by. */
export function serviceOfTier(told: string): string {
  return told.slice(0, told.indexOf("/"));
}

/** Whether what was told is a tier, not a part of a service or a former name. */
export function isTierId(told: string): boolean {
  return told.includes("/");
}
