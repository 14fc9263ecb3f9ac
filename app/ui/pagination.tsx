import { Link } from "@remix-run/react";
import { Icon } from "./icons";

type Props = {
  /** Names the landmark. */
  label: string;
  /** From 1. */
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  labels: { previous: string; next: string; page: (page: number) => string };
};

/** Nothing for a single page. */
export function Pagination({ label, page, pages, hrefOf, labels }: Props) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={label}>
      <ul className="pages">
        {page > 1 && (
          <li>
            <Link className="page-link" to={hrefOf(page - 1)} rel="prev">
              <Icon name="chevron-left" />
              {labels.previous}
            </Link>
          </li>
        )}
        {shownPages(page, pages).map((shown, index) =>
          shown === null ? (
            <li key={`gap-${index}`} className="page-gap" aria-hidden>
              …
            </li>
          ) : (
            <li key={shown}>
              <Link
                className="page-link"
                to={hrefOf(shown)}
                aria-label={labels.page(shown)}
                {...(shown === page && { "aria-current": "page" as const })}
              >
                {shown}
              </Link>
            </li>
          ),
        )}
        {page < pages && (
          <li>
            <Link className="page-link" to={hrefOf(page + 1)} rel="next">
              {labels.next}
              <Icon name="chevron-right" />
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The first, the last and the neighbours; null stands for what is left out. */
export function shownPages(
  page: number,
  pages: number,
): ReadonlyArray<number | null> {
  const kept = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (each) => each === 1 || each === pages || Math.abs(each - page) <= 1,
  );
  return kept.flatMap((each, index) => {
    const before = kept[index - 1] ?? 0;
    return each - before > 1 ? [null, each] : [each];
  });
}
