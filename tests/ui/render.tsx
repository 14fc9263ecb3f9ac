import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** The HTML that the server would send for this part alone, as the page at `address`. */
export async function render(
  element: ReactElement,
  address = "/",
): Promise<string> {
  const route = { id: "root", path: "*" };
  const build: ServerBuild = {
    entry: {
      module: {
        default: (_request, status, _headers, context) =>
          new Response(
            renderToStaticMarkup(
              <RemixServer
                context={context}
                url={`http://localhost${address}`}
              />,
            ),
            { status },
          ),
      },
    },
    routes: { root: { ...route, module: { default: () => element } } },
    assets: {
      entry: { imports: [], module: "" },
      routes: {
        root: {
          ...route,
          hasAction: false,
          hasLoader: false,
          hasClientAction: false,
          hasClientLoader: false,
          hasErrorBoundary: false,
          module: "",
          imports: [],
        },
      },
      url: "",
      version: "",
    },
    publicPath: "/",
    assetsBuildDirectory: "",
    future: {} as ServerBuild["future"],
    isSpaMode: false,
    mode: "test",
  };
  const response = await createRequestHandler(
    build,
    "test",
  )(new Request(`http://localhost${address}`));
  const html = await response.text();
  if (response.status !== 200)
    throw new Error(`Rendering answered ${response.status}: ${html}`);
  return html;
}

/** The opening tag of the first element that has this text among its attributes. */
export function tagWith(html: string, attribute: string): string {
  const tag = html
    .match(/<[a-z][^>]*>/g)
    ?.find((each) => each.includes(attribute));
  if (!tag) throw new Error(`No element with ${attribute} in ${html}`);
  return tag;
}

/** The text of the element with this id, without its tags; ids are React's own, so they are looked up, not written out. */
export function textOf(html: string, id: string): string {
  const start = html.indexOf(`id="${id}"`);
  if (start === -1) throw new Error(`No element with the id ${id}`);
  const tagStart = html.lastIndexOf("<", start);
  const name = /^<([a-z0-9]+)/.exec(html.slice(tagStart))?.[1] ?? "";
  const end = html.indexOf(`</${name}>`, start);
  return html.slice(html.indexOf(">", start) + 1, end).replace(/<[^>]*>/g, "");
}

export function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
}
