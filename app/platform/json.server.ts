/** The request's body as JSON; undefined when it is none, which no schema takes. */
export async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get("Content-Type") ?? ""))
    return undefined;
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
