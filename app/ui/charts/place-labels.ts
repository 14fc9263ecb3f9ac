export type Box = { x: number; y: number; width: number; height: number };

type Labelled = {
  /** Centre and radius of what is named, in pixels. */
  x: number;
  y: number;
  radius: number;
  /** Size of its label, in pixels. */
  width: number;
  height: number;
};

/** Middle of the label. */
export type Placed = { x: number; y: number };

/**
 * Puts each label right, left, above or below its point: the first place inside the frame that
 * touches neither an earlier label nor another point's middle.
 *
 * @param kept boxes that must stay free, such as the names of the fields
 * @returns in the same order; null where no place is free, so that the caller shows a number instead.
 */
export function placeLabels(
  points: ReadonlyArray<Labelled>,
  frame: Box,
  kept: ReadonlyArray<Box> = [],
): ReadonlyArray<Placed | null> {
  const taken: Box[] = points.map(({ x, y, radius }) => {
    const core = Math.min(radius, 9);
    return { x: x - core, y: y - core, width: 2 * core, height: 2 * core };
  });

  return points.map((point, own) => {
    const gap = point.radius + 4;
    const candidates: ReadonlyArray<Placed> = [
      { x: point.x + gap + point.width / 2, y: point.y },
      { x: point.x - gap - point.width / 2, y: point.y },
      { x: point.x, y: point.y - gap - point.height / 2 },
      { x: point.x, y: point.y + gap + point.height / 2 },
    ];
    const free = candidates.find((middle) => {
      const box = boxAround(middle, point);
      return (
        inside(box, frame) &&
        !kept.some((other) => overlap(box, other)) &&
        !taken.some((other, index) => index !== own && overlap(box, other))
      );
    });
    if (free) taken.push(boxAround(free, point));
    return free ?? null;
  });
}

function boxAround({ x, y }: Placed, { width, height }: Labelled): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function inside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width &&
    b.x < a.x + a.width &&
    a.y < b.y + b.height &&
    b.y < a.y + a.height
  );
}
