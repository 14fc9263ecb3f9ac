import type { MetaDescriptor } from "@remix-run/node";

/** The page's title in the browser, from a title that the loader wrote in the person's language. */
export function titled({ data }: { data: unknown }): MetaDescriptor[] {
  const title =
    typeof data === "object" && data !== null && "title" in data
      ? String(data.title)
      : "";
  return [{ title: title ? `${title} · KAMpus` : "KAMpus" }];
}
