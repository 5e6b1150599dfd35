/**
 * The live-cells protocol, version 1, as `docs/protocol.md` defines it: message types and a reader that lets nothing
 * malformed through. Unknown operations and fields are ignored, as the protocol asks.
 */
import type { JSONObject, JSONValue } from '@lumino/coreutils';

/** The version of the protocol that this extension speaks. */
export const PROTOCOL = 1;

/** The comm target that a kernel with live cells registers. */
export const TARGET = 'mathcoder';

/** What `kernel_info` calls the implementation of such a kernel. */
export const IMPLEMENTATION = 'mathcoder';

/** What this client can do. */
export const CAPABILITIES = ['cells', 'continue', 'wait', 'explain'];

/** How generated code is run, from the strictest to the most trusting. */
export const RUN_MODES = ['never', 'ask', 'guarded', 'auto'] as const;
export type RunMode = (typeof RUN_MODES)[number];

/** The role of a generated cell in an answer. */
export type CellKind = 'question' | 'text' | 'code' | 'answer' | 'note';

/** What the kernel is doing during a turn. */
export type Phase =
  | 'loading'
  | 'reading'
  | 'writing'
  | 'running'
  | 'waiting'
  | 'checking'
  | 'stopping';

/** How a turn ended. */
export type Outcome = 'answered' | 'unanswered' | 'stopped' | 'failed';

export interface IHello {
  op: 'hello';
  protocol: number;
  usable: boolean;
  reason: string;
  kernel: string;
  capabilities: string[];
  settings: Record<string, string>;
  choices: Record<string, string[]>;
  turn: string | null;
}

export interface IBegin {
  op: 'begin';
  turn: string;
  ask: string;
  question: string;
  mode: 'new' | 'continue';
  keep: string[];
  run: string;
  metadata: JSONObject;
}

export interface IInsert {
  op: 'insert';
  turn: string;
  id: string;
  after: string;
  cell_type: 'markdown' | 'code';
  kind: CellKind;
  source: string;
  metadata: JSONObject;
}

export interface IWrite {
  op: 'write';
  turn: string;
  id: string;
  at: number;
  text: string;
}

export interface IWritten {
  op: 'written';
  turn: string;
  id: string;
  source: string;
  metadata: JSONObject;
}

export interface IRun {
  op: 'run';
  turn: string;
  id: string;
}

export interface IWait {
  op: 'wait';
  turn: string;
  id: string;
  why: 'ask' | 'guard';
  reasons: string[];
}

export interface IRunning {
  op: 'running';
  turn: string;
  id: string;
}

export interface IFallback {
  op: 'fallback';
  turn: string;
  id: string;
  reason: string;
}

export interface IMetadata {
  op: 'metadata';
  turn: string;
  id: string;
  metadata: JSONObject;
}

export interface IRemove {
  op: 'remove';
  turn: string;
  ids: string[];
}

export interface IAnswer {
  op: 'answer';
  turn: string;
  ask: string;
  id: string | null;
  value: string;
  plain: string;
  passed: boolean | null;
  label: string;
}

export interface IStatus {
  op: 'status';
  turn: string;
  ask: string;
  phase: Phase;
  model: string;
  tokens: number;
  tokens_per_second: number | null;
  seconds: number;
  cell: string | null;
  text: string;
}

export interface IEnd {
  op: 'end';
  turn: string;
  ask: string;
  outcome: Outcome;
  reason: string;
  cells: string[];
  stats: JSONObject;
}

export interface ISettings {
  op: 'settings';
  settings: Record<string, string>;
  choices: Record<string, string[]>;
}

export interface ITrouble {
  op: 'trouble';
  request: string;
  reason: string;
}

export interface IExplained {
  op: 'explained';
  request: string;
  cell: string;
  title: string;
  text: string;
  line: number | null;
  fix: string | null;
  /** A large model that can be asked, and what. */
  ask?: { model: string; question: string } | null;
}

/** Everything that a kernel sends. */
export type FromKernel =
  | IHello
  | IBegin
  | IInsert
  | IWrite
  | IWritten
  | IRun
  | IWait
  | IRunning
  | IFallback
  | IMetadata
  | IRemove
  | IAnswer
  | IStatus
  | IEnd
  | ISettings
  | ITrouble
  | IExplained;

/** Everything that a client sends. */
export type ToKernel =
  | { op: 'stop'; turn?: string }
  | { op: 'approve'; turn: string; id: string; scope: 'cell' | 'turn' }
  | { op: 'decline'; turn: string; id: string }
  | { op: 'unable'; turn: string; id: string; reason: string }
  | { op: 'settings'; settings: Record<string, string>; request: string }
  | {
      op: 'explain';
      request: string;
      cell: string;
      source: string;
      ename: string;
      evalue: string;
      traceback: string[];
    };

type Check = (value: JSONValue | undefined) => boolean;

const text: Check = value => typeof value === 'string';
const number: Check = value => typeof value === 'number';
const flag: Check = value => typeof value === 'boolean';
const list: Check = value => Array.isArray(value);
const object: Check = value => typeof value === 'object' && value !== null && !Array.isArray(value);
const or =
  (check: Check): Check =>
  value =>
    value === null || check(value);

const optional =
  (check: Check): Check =>
  value =>
    value === undefined || value === null || check(value);

/** The fields that a message must have to be acted upon. */
const FIELDS: { [Op in FromKernel['op']]: Record<string, Check> } = {
  hello: { protocol: number, usable: flag, reason: text },
  begin: { turn: text, ask: text, keep: list, metadata: object },
  insert: {
    turn: text,
    id: text,
    after: text,
    cell_type: text,
    kind: text,
    source: text,
    metadata: object
  },
  write: { turn: text, id: text, at: number, text },
  written: { turn: text, id: text, source: text, metadata: object },
  run: { turn: text, id: text },
  wait: { turn: text, id: text, why: text, reasons: list },
  running: { turn: text, id: text },
  fallback: { turn: text, id: text, reason: text },
  metadata: { turn: text, id: text, metadata: object },
  remove: { turn: text, ids: list },
  answer: {
    turn: text,
    ask: text,
    id: or(text),
    value: text,
    plain: text,
    passed: or(flag),
    label: text
  },
  status: { turn: text, ask: text, phase: text, model: text },
  end: { turn: text, ask: text, outcome: text, reason: text },
  settings: { settings: object },
  trouble: { reason: text },
  explained: {
    request: text,
    cell: text,
    title: text,
    text,
    line: or(number),
    fix: or(text),
    ask: optional(object)
  }
};

/**
 * Read a message of the kernel.
 *
 * @returns The message, or null where its operation is unknown or a field that it needs is missing.
 */
export function readMessage(data: JSONValue): FromKernel | null {
  if (!object(data)) {
    return null;
  }
  const message = data as JSONObject;
  const op = message['op'];
  if (typeof op !== 'string' || !Object.hasOwn(FIELDS, op)) {
    return null;
  }
  const fields = FIELDS[op as FromKernel['op']];
  const complete = Object.entries(fields).every(([name, check]) => check(message[name]));
  return complete ? (message as unknown as FromKernel) : null;
}
