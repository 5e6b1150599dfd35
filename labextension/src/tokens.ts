/**
 * What the plugins of this extension share, and what other extensions may use.
 */
import type { ISharedCell } from '@jupyter/ydoc';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { Token } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';

import type { NotebookDocument } from './document';
import type { IAnswer, IEnd, IExplained, IStatus, IWait, RunMode } from './protocol';

/** How a notebook stands to a kernel with live cells. */
export type LinkState =
  /** No kernel, or another one: nothing of ours is shown. */
  | 'none'
  /** A MathCoder kernel that has not answered yet. */
  | 'connecting'
  /** Live cells work. */
  | 'ready'
  /** A MathCoder kernel of another protocol version: answers come under the asking cell. */
  | 'unusable';

/** What a session asks of the notebook on the screen. */
export interface INotebookView {
  /** Run a cell at once, in whatever state the kernel is; rejects where it cannot be sent. */
  run(id: string, request?: RunRequest): Promise<void>;
  /** Show soon what was written into a Markdown cell so far. */
  preview(id: string): void;
  /** Show a Markdown cell as formatted text, unless the person is typing in it. */
  render(id: string): void;
  /** An answer to this question begins: keep its end in view from now on, as long as the person does nothing else. */
  beginFollowing(ask: string): void;
  /** The answer ends with this cell for now. */
  follow(id: string): void;
  /** The answer is complete. */
  endFollowing(): void;
}

/** What a run of an asking cell means beyond asking. */
export type RunRequest =
  | { op: 'again' }
  | { op: 'continue'; turn: string; from: string; cells: readonly object[] };

/** One notebook and its MathCoder kernel. */
export interface INotebookSession extends IDisposable {
  readonly panel: NotebookPanel;
  readonly document: NotebookDocument;
  readonly state: LinkState;
  /** The running turn, or null. */
  readonly turn: string | null;
  /** The cell whose question is being answered, or null. */
  readonly asking: string | null;
  /** What the kernel is doing; null while it does nothing for us. */
  readonly status: IStatus | null;
  /** The latest answer of this notebook. */
  readonly answer: IAnswer | null;
  /** How the latest turn ended. */
  readonly ended: IEnd | null;
  /** The name of the model, or "" while none was used. */
  readonly model: string;
  /** Whether the person asked to stop the running turn; `stalled`: a while ago, and the kernel does not react. */
  readonly stopping: 'no' | 'asked' | 'stalled';
  readonly runMode: RunMode | null;
  readonly runModes: readonly RunMode[];
  /** Emitted when anything above changed. */
  readonly changed: ISignal<INotebookSession, void>;
  /** Emitted when what is known about a cell changed; null: about any. */
  readonly cellChanged: ISignal<INotebookSession, string | null>;

  /** Why a cell waits, or null. */
  waiting(id: string): IWait | null;
  /** Why a cell's code ran under the question instead, or null. */
  fallback(id: string): string | null;
  /** Whether the cell is being written now. */
  isWriting(id: string): boolean;

  stop(): void;
  approve(id: string, scope: 'cell' | 'turn'): void;
  decline(id: string): void;
  setRunMode(mode: RunMode): void;
  /** Put a question below a cell (and the answer that it belongs to), and ask it; the id of its cell. */
  ask(below: string, question: string): string;
  askAgain(ask: string): void;
  canContinue(cell: ISharedCell): boolean;
  continueFrom(id: string): void;
  removeAnswer(ask: string): void;
  keep(id: string): void;
  explain(id: string): Promise<IExplained | null>;
}

/** All notebooks with a MathCoder kernel. */
export interface IMathCoder {
  /** The session of a notebook, or null before it is attached. */
  session(panel: NotebookPanel): INotebookSession | null;
  /** The session of the notebook in front, if its kernel is ours. */
  readonly current: INotebookSession | null;
  readonly added: ISignal<IMathCoder, INotebookSession>;
  /** Emitted when another notebook came to the front, or its session changed. */
  readonly currentChanged: ISignal<IMathCoder, void>;
}

/** The token of the sessions. */
export const IMathCoder = new Token<IMathCoder>(
  'mathcoder-jupyterlab:IMathCoder',
  'Notebooks with a MathCoder kernel: what it is doing, its answers, and what can be done with them.'
);

/** The ids of all commands. */
export namespace CommandIDs {
  export const ask = 'mathcoder:insert-question';
  export const create = 'mathcoder:new-question';
  export const stop = 'mathcoder:stop';
  export const continueFrom = 'mathcoder:continue-from-cell';
  export const again = 'mathcoder:ask-again';
  export const remove = 'mathcoder:remove-answer';
  export const keep = 'mathcoder:keep-cell';
  export const copy = 'mathcoder:copy-answer';
  export const explain = 'mathcoder:explain-error';
  export const runMode = 'mathcoder:set-run-mode';
  export const goToQuestion = 'mathcoder:go-to-question';
  export const goToAnswer = 'mathcoder:go-to-answer';
}
