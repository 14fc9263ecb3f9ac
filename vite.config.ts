import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

const folder = (path: string) =>
  fileURLToPath(new URL(path, import.meta.url)).replace(/\/$/, "");

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig), tailwindcss()],
  resolve: { alias: { "~": folder("app"), "#db": folder("db") } },
  build: {
    target: isSsrBuild ? "node20" : "es2022",
    // Traces in the log name the source's lines; the browser gets no map.
    sourcemap: isSsrBuild === true,
    // The Content-Security-Policy allows fonts and images from this origin only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      onwarn(warning, warn) {
        // Routes without a page of their own leave nothing for the browser.
        if (warning.code !== "EMPTY_BUNDLE") warn(warning);
      },
    },
  },
}));
