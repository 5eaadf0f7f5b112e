export {
  answered,
  answeredFinding,
  columnsOf,
  rewritten,
  stored,
  type Answered,
  type AnsweredFinding,
} from "./answered"
export { CATALOGUES } from "./catalogues"
export {
  say,
  sayAll,
  type Catalogue,
  type Message,
  type MessageCode,
  type MessageDetail,
} from "./message"
export { detailed, render, valuesOf } from "./render"
