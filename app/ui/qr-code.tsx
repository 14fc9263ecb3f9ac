type Props = {
  /** Modules in a row. */
  size: number;
  /** The dark modules, as an SVG path in units of one module. */
  path: string;
  /** What it leads to, in words. */
  label: string;
};

/** Dark on white in every theme: that is what cameras read. */
export function QrCode({ size, path, label }: Props) {
  const quiet = 4;
  return (
    <svg
      className="qr"
      viewBox={`${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path fill="#000" d={path} />
    </svg>
  );
}
