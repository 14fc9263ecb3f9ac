import { Calculator } from "./calculator";
import { FieldTask } from "./field-task";
import type { LessonBlock } from "./lesson-blocks.server";
import type { LessonPage } from "./load-lesson.server";
import { Quiz } from "./quiz";
import { Reflection } from "./reflection";
import { Scenario } from "./scenario";

const components = {
  quiz: Quiz,
  reflection: Reflection,
  calculator: Calculator,
  scenario: Scenario,
  fieldTask: FieldTask,
};

/** The prose, rendered once by the build, with the learner's own blocks between. */
export function LessonBody({
  segments,
  blocks,
}: Pick<LessonPage, "segments" | "blocks">) {
  const byId = new Map<string, LessonBlock>(
    blocks.map((loaded) => [loaded.block.id, loaded]),
  );
  return (
    <div className="lesson">
      {segments.map((segment, index) => {
        if ("html" in segment)
          return (
            <div
              // Segments never change places within one revision.
              key={index}
              className="prose"
              // Our own content, compiled from the repository; nothing that anybody typed.
              dangerouslySetInnerHTML={{ __html: segment.html }}
            />
          );
        const loaded = byId.get(segment.block.id);
        if (!loaded) return null;
        const Block = components[loaded.view.kind];
        return <Block key={segment.block.id} loaded={loaded} />;
      })}
    </div>
  );
}
