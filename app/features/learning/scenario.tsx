import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PublicScenario } from "~/domain/learning/public-block";
import { Badge } from "~/ui/badge";
import { Banner } from "~/ui/banner";
import { Actions, Button } from "~/ui/button";
import { Disclosure } from "~/ui/menu";
import { Progress } from "~/ui/progress";
import { BlockFrame } from "./block-frame";
import type { LessonBlock, ScenarioView } from "./lesson-blocks.server";
import { useBlock } from "./use-block";

/** A conversation or a week with choices; what they move is shown, the way back is kept. */
export function Scenario({ loaded }: { loaded: LessonBlock }) {
  const block = loaded.block as PublicScenario;
  const { view, done, busy, problem, send } = useBlock<ScenarioView>(loaded);
  const { t } = useTranslation("learning");
  const scene = useRef<HTMLDivElement>(null);
  const { nodeId } = view.scene;
  const shown = useRef(nodeId);
  // After a choice the next scene is where one reads on.
  useEffect(() => {
    if (shown.current !== nodeId) scene.current?.focus();
    shown.current = nodeId;
  }, [nodeId]);
  const last = view.steps.at(-1);
  return (
    <BlockFrame
      id={block.id}
      label={t("scenario.label")}
      icon="play"
      done={done}
      note={
        view.finishedRuns > 0 && (
          <span className="field-hint">
            {t("scenario.runs", { count: view.finishedRuns })}
          </span>
        )
      }
    >
      <h3>{block.texts.title}</h3>
      {block.texts.lead && <p>{block.texts.lead}</p>}
      {view.steps.length === 0 && <p>{block.texts.intro}</p>}
      {view.changed && <Banner tone="info">{t("scenario.changed")}</Banner>}
      <div className="scenario-state">
        {Object.entries(view.state).map(([name, value]) => (
          <Progress
            key={name}
            label={block.texts.stateLabels[name] ?? name}
            value={value}
            max={10}
            text={t("scenario.scale", { value })}
          />
        ))}
      </div>
      {last?.feedback && (
        <Banner tone="info" title={t("scenario.result")}>
          {last.feedback}
        </Banner>
      )}
      <div ref={scene} tabIndex={-1} className="stack scenario-scene">
        {view.scene.kind === "scene" ? (
          <>
            {view.scene.speaker && <strong>{view.scene.speaker}</strong>}
            <p>{view.scene.text}</p>
            <p className="field-label">{t("scenario.choose")}</p>
            <ul className="stack scenario-choices">
              {view.scene.choices.map(({ id, text }) => (
                <li key={id}>
                  <Button
                    type="button"
                    wide
                    busy={busy}
                    onClick={() =>
                      send({
                        intent: "choose",
                        blockId: block.id,
                        runId: view.runId ?? crypto.randomUUID(),
                        nodeId,
                        choiceId: id,
                      })
                    }
                  >
                    {text}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <>
            <h4>{view.scene.title}</h4>
            <Badge
              tone={
                view.scene.ending === "good"
                  ? "success"
                  : view.scene.ending === "mixed"
                    ? "warn"
                    : "danger"
              }
            >
              {t(`scenario.ending.${view.scene.ending}`)}
            </Badge>
            <p>{view.scene.text}</p>
            <p>
              <strong>{t("scenario.why")}:</strong> {view.scene.why}
            </p>
            <Actions>
              <Button
                type="button"
                busy={busy}
                onClick={() => send({ intent: "replay", blockId: block.id })}
              >
                {t("scenario.replay")}
              </Button>
            </Actions>
          </>
        )}
      </div>
      {problem && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      {view.steps.length > 0 && (
        <Disclosure summary={t("scenario.way")}>
          <ol className="stack">
            {view.steps.map(({ nodeId: id, choiceText, feedback }) => (
              <li key={id}>
                <strong>{choiceText}</strong>
                {feedback && <p>{feedback}</p>}
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </BlockFrame>
  );
}
