import type { ReactNode, RefObject } from "react";
import { useEffect, useId, useState } from "react";
import { classes } from "../classes";
import { Icon } from "../icons";

export type ChartSize = {
  /** Pixels of the frame. */
  width: number;
  height: number;
  /** Font size in pixels: text is never scaled with the drawing. */
  text: number;
};

const beforeMeasuring: ChartSize = { width: 640, height: 400, text: 13 };

/** The server draws at a common size, which the frame scales; the browser draws again at the true one. */
export function useChartSize(frame: RefObject<HTMLElement>): ChartSize {
  const [size, setSize] = useState(beforeMeasuring);

  useEffect(() => {
    const element = frame.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const measure = () => {
      const { width, height } = element.getBoundingClientRect();
      if (width < 1 || height < 1) return;
      const text =
        0.8125 *
        Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      // On the big screen the root is 28 px or more: there the floor for text is 24.
      setSize({ width, height, text: text > 20 ? Math.max(24, text) : text });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);

  return size;
}

type FigureProps = {
  /** What the chart is; seen over it. */
  title: string;
  /** What it shows, in a sentence, for those who don't see it. */
  description: string;
  frame: RefObject<HTMLDivElement>;
  size: ChartSize;
  square?: boolean | undefined;
  /** With things inside that take the focus it is a group, not one picture. */
  interactive?: boolean | undefined;
  legend?: ReactNode;
  /** The same as numbers: a Table, behind `tableLabel`. */
  table: ReactNode;
  tableLabel: string;
  /** The drawing. */
  children: ReactNode;
};

export function ChartFigure({
  title,
  description,
  frame,
  size,
  square,
  interactive,
  legend,
  table,
  tableLabel,
  children,
}: FigureProps) {
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={`${id}-caption`}>
      <figcaption className="chart-title" id={`${id}-caption`}>
        {title}
      </figcaption>
      <div
        ref={frame}
        className={classes("chart-frame", square && "chart-frame-square")}
      >
        <svg
          viewBox={`0 0 ${size.width} ${size.height}`}
          role={interactive ? "group" : "img"}
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-desc`}
          fontSize={size.text}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{description}</desc>
          {children}
        </svg>
      </div>
      {legend}
      <ChartTable label={tableLabel}>{table}</ChartTable>
    </figure>
  );
}

export function ChartTable({
  label,
  children,
}: {
  label: string;
  children: ReactNode;
}) {
  return (
    <details className="chart-table">
      <summary>
        <Icon name="chevron-right" />
        {label}
      </summary>
      {children}
    </details>
  );
}

/** A guess that is good enough to keep labels apart: Inter's mean width. */
export function textWidth(text: string, size: number): number {
  return text.length * size * 0.56;
}
