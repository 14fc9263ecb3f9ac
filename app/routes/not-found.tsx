import { notFound, publicRoute } from "~/platform/guard.server";

export function loader() {
  publicRoute("an address that does not exist is the same for everybody");
  throw notFound();
}

export function action() {
  publicRoute("nothing can be changed at an address that does not exist");
  throw notFound();
}

/** Never shown: its loader always refuses. It makes this a page, with the site's own 404. */
export default function NotFound() {
  return null;
}
