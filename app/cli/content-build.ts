import { compileContent } from "~/platform/content/compile-content.server";

/** The build's step after Vite's: lessons as HTML, where the server looks for them. */
const { lessons, compiledNow } = await compileContent({
  root: process.cwd(),
  outDir: "build/content",
});
console.log(`Lessons: ${lessons}, compiled now: ${compiledNow}.`);
