const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id in an address, as it is stored; null for anything that no row can have. */
export function idIn(parameter: string | null | undefined): string | null {
  return parameter && uuid.test(parameter) ? parameter.toLowerCase() : null;
}
