export { default as common } from "../../../content/interface/et/common.json";
export { default as learning } from "../../../content/interface/et/learning.json";
export { default as workshops } from "../../../content/interface/et/workshops.json";
export { default as plans } from "../../../content/interface/et/plans.json";
export { default as skills } from "../../../content/interface/et/skills.json";
export { default as organisations } from "../../../content/interface/et/organisations.json";
