import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useId } from "react";
import { classes } from "./classes";
import { isShown } from "./is-shown";

type Props = {
  title?: ReactNode;
  /** The page's outline decides. */
  headingLevel?: 2 | 3 | 4 | undefined;
  /** Small text under the title. */
  note?: ReactNode;
  /** Beside the title: a badge or a button. */
  aside?: ReactNode;
  /** The whole card leads there; the title is the link. */
  to?: string | undefined;
  raised?: boolean | undefined;
  /** One of many like it: an article, since landmarks with equal names would lead nobody anywhere. */
  listed?: boolean | undefined;
  id?: string | undefined;
  className?: string | undefined;
  children?: ReactNode;
};

export function Card({ to, raised, className, ...props }: Props) {
  return (
    <Section
      {...props}
      title={
        to && isShown(props.title) ? (
          <Link className="card-link" to={to}>
            {props.title}
          </Link>
        ) : (
          props.title
        )
      }
      className={classes(
        "card",
        raised && "card-raised",
        to && "card-linked",
        className,
      )}
    />
  );
}

/** Quieter than a card: sunken, for what stands beside the main thing. */
export function Panel({ className, ...props }: Omit<Props, "to" | "raised">) {
  return <Section {...props} className={classes("panel", className)} />;
}

function Section({
  title,
  headingLevel = 2,
  note,
  aside,
  listed,
  id,
  className,
  children,
}: Props) {
  const own = useId();
  const Heading = `h${headingLevel}` as const;
  if (!isShown(title))
    return (
      <div id={id} className={className}>
        {children}
      </div>
    );

  const headingId = `${id ?? own}-title`;
  const Element = listed ? "article" : "section";
  return (
    <Element id={id} className={className} aria-labelledby={headingId}>
      <div className="card-head">
        <div>
          <Heading id={headingId}>{title}</Heading>
          {isShown(note) && <p className="card-note">{note}</p>}
        </div>
        {aside}
      </div>
      {children}
    </Element>
  );
}
