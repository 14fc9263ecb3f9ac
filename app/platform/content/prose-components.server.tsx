import type { ReactNode } from "react";
import type { Locale } from "~/domain/organisations/locale";
import type { Glossary } from "./glossary.server";
import { blockComponents } from "./inspect-prose.server";
import type { LessonSource } from "./read-lesson.server";

type WithId = { id: string; children?: ReactNode };
type WithChildren = { children?: ReactNode };
type Cell = WithChildren & { style?: { textAlign?: string } };

/**
 * What each component and element of a lesson's prose becomes. The result is
 * static HTML under a policy without inline styles and scripts: a term opens by
 * the browser's own popover, a wide table scrolls within itself.
 */
export function proseComponents(
  { lesson, figures }: LessonSource,
  locale: Locale,
  glossary: Glossary,
) {
  let terms = 0;

  const blocks = Object.fromEntries(
    Object.entries(blockComponents).map(([name, kind]) => [
      name,
      ({ id }: WithId) => (
        <template data-block-id={id} data-block-kind={kind} />
      ),
    ]),
  );

  return {
    ...blocks,

    KeyPoint: ({ children }: WithChildren) => (
      <aside className="key-point">
        <p className="key-point-label">{glossary.labels.keyPoint[locale]}</p>
        {paragraphs(children)}
      </aside>
    ),

    Figure: ({ id }: WithId) => {
      const texts = lesson.texts[locale].figures[id];
      const svg = figures[id]?.[locale];
      if (texts === undefined || svg === undefined) return null;
      const drawing = { __html: picture(svg, id, texts.alt) };
      return (
        <figure className="figure">
          {/* oxlint-disable-next-line react/no-danger -- an SVG of the repository, looked through by figureProblems */}
          <div dangerouslySetInnerHTML={drawing} />
          <figcaption>{texts.caption}</figcaption>
        </figure>
      );
    },

    Term: ({ id, children }: WithId) => {
      const term = glossary.terms.get(id)?.[locale];
      if (term === undefined) return <>{children}</>;
      terms += 1;
      const popoverId = `term-${terms}-${id}`;
      const opensPopover = { popovertarget: popoverId };
      const isPopover = { popover: "auto" };
      return (
        <>
          <button type="button" className="term" {...opensPopover}>
            {children}
          </button>
          <span className="term-definition" id={popoverId} {...isPopover}>
            <strong>{term.term}</strong> – {term.definition}
          </span>
        </>
      );
    },

    h2: ({ children }: WithChildren) => (
      <h2 id={headingId(children)}>{children}</h2>
    ),
    h3: ({ children }: WithChildren) => (
      <h3 id={headingId(children)}>{children}</h3>
    ),

    // Any other scheme is no link: content:check tells it, and it does nothing here.
    a: ({ href = "", children }: WithChildren & { href?: string }) =>
      href.startsWith("https://") ? (
        <a href={href} rel="noopener noreferrer">
          {children}
        </a>
      ) : /^[/#]/.test(href) ? (
        <a href={href}>{children}</a>
      ) : (
        <>{children}</>
      ),

    table: ({ children }: WithChildren) => (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
      <div className="table-scroll" tabIndex={0}>
        <table>{children}</table>
      </div>
    ),
    th: ({ children, style }: Cell) => (
      <th scope="col" className={alignment(style)}>
        {children}
      </th>
    ),
    td: ({ children, style }: Cell) => (
      <td className={alignment(style)}>{children}</td>
    ),
  };
}

/** `<KeyPoint>` on one line holds bare text; it becomes a paragraph as it would between empty lines. */
function paragraphs(children: ReactNode): ReactNode {
  const parts = Array.isArray(children)
    ? (children as ReactNode[])
    : [children];
  const bare = parts.some(
    (part) => typeof part === "string" && part.trim() !== "",
  );
  return bare ? <p>{children}</p> : children;
}

/** Tailwind's names, as Markdown's column marks mean them. */
function alignment(style: Cell["style"]): string | undefined {
  if (style?.textAlign === "right") return "text-right tabular-nums";
  return style?.textAlign === "center" ? "text-center" : undefined;
}

/** A heading's anchor: its words in lower case, Estonian letters kept. */
function headingId(children: ReactNode): string {
  return plainText(children)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

function plainText(node: ReactNode): string {
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (Array.isArray(node)) return (node as ReactNode[]).map(plainText).join("");
  if (typeof node === "object" && node !== null && "props" in node) {
    return plainText((node.props as WithChildren).children);
  }
  return "";
}

/** The picture alone, described, with ids of its own, so that two figures of one page don't share a marker or gradient. */
function picture(svg: string, figureId: string, alt: string): string {
  const label = alt.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
  return svg
    .replace(/<\?xml[^>]*\?>/g, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/>\s+</g, "><")
    .trim()
    .replace(/\sid="([^"]+)"/g, ` id="${figureId}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${figureId}-$1)`)
    .replace(/href="#([^"]+)"/g, `href="#${figureId}-$1"`)
    .replace(/^<svg/, () => `<svg role="img" aria-label="${label}"`);
}
