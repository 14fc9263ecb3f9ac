import { compileContent } from "~/platform/content/compile-content.server";
import { ContentError } from "~/platform/content/problem.server";

// The build's step after Vite's: lessons as HTML, where the server looks for them.
try {
  const { lessons, compiledNow } = await compileContent({
    root: process.cwd(),
    outDir: "build/content",
  });
  console.log(`Lessons: ${lessons}, compiled now: ${compiledNow}.`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
