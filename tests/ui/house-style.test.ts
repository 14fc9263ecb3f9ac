import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = (path: string) =>
  fileURLToPath(new URL(`../../app/${path}`, import.meta.url));
const sources = readdirSync(folder("ui"), { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({
    file,
    text: readFileSync(`${folder("ui")}/${file}`, "utf8"),
  }));

test("no part of the interface writes a style attribute, which the content policy refuses", () => {
  for (const { file, text } of sources)
    expect(text, file).not.toMatch(/\sstyle=/);
});

test("no part of the interface brings its own words: texts arrive as props", () => {
  for (const { file, text } of sources)
    expect(text, file).not.toMatch(/i18next/);
});

const tokens = new Map(
  [
    ...readFileSync(folder("styles/tokens.css"), "utf8").matchAll(
      /--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g,
    ),
  ].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]),
);

const grounds = ["canvas", "surface", "sunken"];
const words = [
  "ink",
  "muted",
  "accent",
  "accent-strong",
  "success",
  "warn",
  "danger",
];
const textPairs = [
  ...words.flatMap((word) => grounds.map((ground) => [word, ground] as const)),
  ...["success", "warn", "danger"].map(
    (tone) => [tone, `${tone}-soft`] as const,
  ),
  ...["accent-soft", "success-soft", "warn-soft", "danger-soft"].map(
    (ground) => ["ink", ground] as const,
  ),
  ["accent-strong", "accent-soft"] as const,
  ["on-accent", "accent"] as const,
  ["on-accent", "accent-strong"] as const,
  ["on-accent", "danger"] as const,
  ["on-accent", "danger-strong"] as const,
  ["on-heat-low", "heat-0"] as const,
  ["on-heat-low", "heat-1"] as const,
  ["on-heat-low", "heat-2"] as const,
  ["on-heat-high", "heat-3"] as const,
  ["on-heat-high", "heat-4"] as const,
];

test.each(textPairs)(
  "%s can be read on %s in both themes (4.5:1)",
  (front, back) => {
    for (const theme of ["light", "dark"] as const)
      expect(contrast(front, back, theme), theme).toBeGreaterThanOrEqual(4.5);
  },
);

test.each(
  [
    ...[1, 2, 3, 4, 5, 6].map((series) => `chart-${series}`),
    "edge",
    "accent",
  ].flatMap((shape) =>
    ["canvas", "surface"].map((ground) => [shape, ground] as const),
  ),
)("%s stands out from %s in both themes (3:1)", (shape, ground) => {
  for (const theme of ["light", "dark"] as const)
    expect(contrast(shape, ground, theme), theme).toBeGreaterThanOrEqual(3);
});

// How the colours arrive in an eye without red, green or blue cones (Machado and others, 2009).
const eyes = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanope: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranope: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanope: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

test.each(Object.entries(eyes))(
  "the chart colours are told apart with %s cones",
  (_, matrix) => {
    for (const theme of ["light", "dark"] as const) {
      const seen = [1, 2, 3, 4, 5, 6].map((series) => {
        const colour = linear(`chart-${series}`, theme);
        return lab(
          matrix.map((row) =>
            Math.min(
              1,
              Math.max(
                0,
                row.reduce(
                  (sum, part, index) => sum + part * (colour[index] ?? 0),
                  0,
                ),
              ),
            ),
          ),
        );
      });
      for (const [index, a] of seen.entries())
        for (const b of seen.slice(index + 1))
          expect(
            Math.hypot(...a.map((part, at) => part - (b[at] ?? 0))),
            theme,
          ).toBeGreaterThan(20);
    }
  },
);

function linear(name: string, theme: "light" | "dark"): number[] {
  const hex = tokens.get(name)?.[theme];
  if (!hex) throw new Error(`No token --color-${name}`);
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
}

function contrast(
  front: string,
  back: string,
  theme: "light" | "dark",
): number {
  const [high = 0, low = 0] = [front, back]
    .map((name) => {
      const [r = 0, g = 0, b = 0] = linear(name, theme);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    })
    .sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function lab([r = 0, g = 0, b = 0]: number[]): number[] {
  const [x = 0, y = 0, z = 0] = [
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
    0.2126 * r + 0.7152 * g + 0.0722 * b,
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
  ].map((part) =>
    part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116,
  );
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
