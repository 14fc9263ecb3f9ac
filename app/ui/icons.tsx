/** Our own set: 24 × 24, one stroke width, drawn in the colour of the text around it. */
const paths = {
  "arrow-right": "M4 12h15M13 6l6 6-6 6",
  "arrow-left": "M20 12H5M11 6l-6 6 6 6",
  "arrow-up": "M12 20V5M6 11l6-6 6 6",
  "arrow-down": "M12 4v15M6 13l6 6 6-6",
  "chevron-right": "M9 5l7 7-7 7",
  "chevron-left": "M15 5l-7 7 7 7",
  "chevron-down": "M5 9l7 7 7-7",
  "chevron-up": "M5 15l7-7 7 7",
  check: "M4.5 12.5l5 5L19.5 7",
  "check-circle": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12.3l2.8 2.8L16 9.5",
  cross: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5.2l3.4 2",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2",
  unlock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 6.6-1.6M12 14.5v2",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6",
  "eye-off":
    "M4 4l16 16M9.9 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.8 3.5M6.3 7.3A15.5 15.5 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4.7-1.3M10 10a2.8 2.8 0 0 0 4 4",
  person:
    "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20.5c.6-4 3.7-6 7.5-6s6.9 2 7.5 6",
  people:
    "M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M2.5 19.5c.5-3.6 3.2-5 6.5-5s6 1.4 6.5 5M15.5 5.3a3.4 3.4 0 0 1 0 6.5M18 14.9c2 .7 3.2 2.2 3.5 4.6",
  warning: "M12 4L2.8 20h18.4zM12 10v4.5M12 17.3v.2",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5.5M12 7.6v.2",
  stop: "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v5.5M12 16.3v.2",
  chart: "M4 4v16h16M8 16v-4M12.5 16V8M17 16v-6",
  trend: "M4 4v16h16M7 15.5c2-6.5 5.5-8 13-8.5",
  book: "M4 5.5c3-1 5.5-.8 8 1 2.5-1.8 5-2 8-1V19c-3-1-5.5-.8-8 1-2.5-1.8-5-2-8-1zM12 6.5V20",
  board: "M3.5 5h17v12h-17zM8 21l1.5-4M16 21l-1.5-4M8 9h3M8 12.5h6",
  plan: "M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5M9 12.5h7M9 16h5",
  skills:
    "M12 3l2.6 5.6 6 .7-4.4 4.2 1.2 6L12 16.5 6.6 19.5l1.2-6L3.4 9.3l6-.7z",
  target:
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M12 12v.1",
  building: "M5 20.5V4h9v16.5M14 9.5h5v11M3 20.5h18M8 8h3M8 12h3M8 16h3",
  calendar: "M4 6h16v14.5H4zM4 10.5h16M8 3.5V8M16 3.5V8",
  menu: "M4 7h16M4 12h16M4 17h16",
  more: "M5 12v.1M12 12v.1M19 12v.1",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5L20.5 20.5",
  grip: "M9 6v.1M9 12v.1M9 18v.1M15 6v.1M15 12v.1M15 18v.1",
  edit: "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5",
  bin: "M4 7h16M9 7V4h6v3M6 7l1 13.5h10L18 7M10 11v6M14 11v6",
  upload: "M12 16V4.5M7 9l5-5 5 5M4 16v4.5h16V16",
  download: "M12 4v11.5M7 11l5 5 5-5M4 16v4.5h16V16",
  link: "M10 14a4 4 0 0 0 5.8.3l3-3a4.1 4.1 0 0 0-5.8-5.8l-1.5 1.5M14 10a4 4 0 0 0-5.8-.3l-3 3a4.1 4.1 0 0 0 5.8 5.8l1.5-1.5",
  external: "M13 4.5h6.5V11M19.5 4.5L11 13M17 14v5.5H4.5V7H10",
  mail: "M3.5 6h17v12.5h-17zM3.5 7l8.5 6.5L20.5 7",
  globe:
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18",
  home: "M3.5 11.5L12 4l8.5 7.5M6 9.5v11h12v-11M10 20.5v-6h4v6",
  key: "M8 10.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M11.2 11.8L20 3.5M16 7.3l3 3",
  play: "M7 4.5v15l12.5-7.5z",
  pause: "M8 5v14M16 5v14",
  refresh: "M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.4M20 4v5.4h-5.4",
  history: "M4.5 12a7.5 7.5 0 1 0 2.2-5.3L4 9.4M4 4v5.4h5.4M12 8v4.4l3 1.8",
  offline:
    "M4 4l16 16M8.7 8.2A10.5 10.5 0 0 0 5.5 10.3M12 7.5c2.6 0 4.9 1 6.6 2.8M8.5 14a5 5 0 0 1 4-1.5M12 18v.1M2.5 7.5A14 14 0 0 1 5 5.8M10 4.1c4.3-.5 8.5.8 11.5 3.4",
  note: "M4.5 4.5h15v10L14.5 19.5h-10zM19.5 14.5h-5v5M8 9h8M8 12.5h4",
  vote: "M5 11.5h3.5V20H5zM8.5 12l3.5-8c1.8 0 2.5 1.3 2.2 3l-.5 3H19l-1.5 10H8.5",
  screen: "M3.5 5h17v11.5h-17zM9 20.5h6M12 16.5v4",
  phone: "M7.5 3h9v18h-9zM11 18h2",
  flag: "M5.5 21V4M5.5 5c4-2 7 2 13 0v8c-6 2-9-2-13 0",
  filter: "M4 5h16l-6.5 8v6l-3 1.5V13z",
  inbox: "M4 13.5L6.5 5h11L20 13.5V19H4zM4 13.5h5l1.5 2.5h3l1.5-2.5h5",
} as const;

export type IconName = keyof typeof paths;

type Props = {
  name: IconName;
  /** Only where no text beside it says the same; without it the icon is hidden from screen readers. */
  label?: string | undefined;
};

export function Icon({ name, label }: Props) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={dotted.has(name) ? 2.75 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      {...(label
        ? { role: "img", "aria-label": label }
        : { "aria-hidden": true })}
    >
      <path d={paths[name]} />
    </svg>
  );
}

const dotted: ReadonlySet<IconName> = new Set(["grip", "more"]);
