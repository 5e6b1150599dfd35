/**
 * What is known about one notebook and its kernel: the running turn, its answer, what waits for the person. It edits the
 * document as the kernel says, and has no DOM.
 */
import type { ISharedCell, SharedCell } from '@jupyter/ydoc';
import type { IError, IOutput } from '@jupyterlab/nbformat';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { UUID, type JSONObject } from '@lumino/coreutils';
import { Signal, type ISignal } from '@lumino/signaling';

import type { NotebookDocument } from './document';
import type { KernelLink } from './link';
import { KEY, generatedMark, readMark } from './metadata';
import {
  RUN_MODES,
  type FromKernel,
  type IAnswer,
  type IBegin,
  type IEnd,
  type IExplained,
  type IInsert,
  type IStatus,
  type IWait,
  type RunMode
} from './protocol';
import { FrameWriter } from './stream';
import type { INotebookSession, INotebookView, LinkState, RunRequest } from './tokens';

const STALLED_MS = 3000; // after Stop, until it is said that the kernel does not react
const LONGEST_IMAGE = 100_000; // characters of an output that are sent back to the kernel

/** One notebook and its MathCoder kernel. */
export class NotebookSession implements INotebookSession {
  constructor(
    readonly panel: NotebookPanel,
    readonly document: NotebookDocument,
    private readonly _view: INotebookView,
    private readonly _link: KernelLink
  ) {
    this._writer = new FrameWriter(document, ids => ids.forEach(id => _view.preview(id)));
    _link.received.connect(this._onMessage, this);
    _link.stateChanged.connect(this._onState, this);
  }

  get isDisposed(): boolean {
    return this._disposed;
  }

  dispose(): void {
    if (this._disposed) {
      return;
    }
    this._disposed = true;
    window.clearTimeout(this._stallTimer);
    this._writer.dispose();
    this._link.dispose();
    this._forgetExplanations();
    Signal.clearData(this);
  }

  get state(): LinkState {
    return this._link.state;
  }

  /** Why live cells do not work with this kernel; "" where they do. */
  get reason(): string {
    return this._link.hello?.usable === false ? this._link.hello.reason : '';
  }

  get turn(): string | null {
    return this._turn;
  }

  get asking(): string | null {
    return this._turn === null ? null : this._ask;
  }

  get status(): IStatus | null {
    return this._status;
  }

  get answer(): IAnswer | null {
    return this._answer;
  }

  get ended(): IEnd | null {
    return this._ended;
  }

  get model(): string {
    return this._model;
  }

  get stopping(): 'no' | 'asked' | 'stalled' {
    return this._stopping;
  }

  /** Emitted when the kernel does not react to Stop. */
  get stalled(): ISignal<NotebookSession, void> {
    return this._stalled;
  }

  get runMode(): RunMode | null {
    const mode = this._settings['run'];
    return RUN_MODES.find(known => known === mode) ?? null;
  }

  get runModes(): readonly RunMode[] {
    const offered = this._choices['run'] ?? [];
    return RUN_MODES.filter(mode => offered.includes(mode));
  }

  get changed(): ISignal<INotebookSession, void> {
    return this._changed;
  }

  get cellChanged(): ISignal<INotebookSession, string | null> {
    return this._cellChanged;
  }

  /** Emitted with a sentence when the kernel could not do what was asked. */
  get trouble(): ISignal<NotebookSession, string> {
    return this._trouble;
  }

  waiting(id: string): IWait | null {
    return this._waiting.get(id) ?? null;
  }

  fallback(id: string): string | null {
    return this._fallbacks.get(id) ?? null;
  }

  isWriting(id: string): boolean {
    return this._open.has(id);
  }

  stop(): void {
    if (this._turn === null) {
      return;
    }
    if (this._stopping === 'no') {
      this._stopping = 'asked';
      this._stallTimer = window.setTimeout(() => {
        this._stopping = 'stalled';
        this._changed.emit();
        this._stalled.emit();
      }, STALLED_MS);
      this._changed.emit();
    }
    this._link.send({ op: 'stop', turn: this._turn });
    this.panel.sessionContext.session?.kernel?.interrupt().catch(reason => {
      this._trouble.emit(String(reason));
    });
  }

  approve(id: string, scope: 'cell' | 'turn'): void {
    if (this._turn !== null) {
      this._link.send({ op: 'approve', turn: this._turn, id, scope });
    }
  }

  decline(id: string): void {
    if (this._turn !== null) {
      this._link.send({ op: 'decline', turn: this._turn, id });
    }
  }

  setRunMode(mode: RunMode): void {
    this._link.send({ op: 'settings', settings: { run: mode }, request: UUID.uuid4() });
  }

  ask(below: string, question: string): string {
    const cell = this.document.cell(below);
    const mark = cell && generatedMark(cell);
    const last = mark ? this.document.answerCells(mark.ask).at(-1)?.getId() : undefined;
    const id = this.document.insertQuestion(last ?? below, question);
    this._view.run(id).catch(() => {
      // The cell shows how its run ended.
    });
    return id;
  }

  askAgain(ask: string): void {
    this._send(ask, { op: 'again' });
  }

  canContinue(cell: ISharedCell): boolean {
    const mark = generatedMark(cell);
    return (
      this._turn === null &&
      this.state === 'ready' &&
      mark !== null &&
      mark.turn !== undefined &&
      !mark.stale &&
      (mark.kind === 'text' || mark.kind === 'code') &&
      this.document.cell(mark.ask) !== null
    );
  }

  continueFrom(id: string): void {
    const from = this.document.cell(id);
    const mark = from && generatedMark(from);
    if (!from || !mark || mark.turn === undefined || !this.canContinue(from)) {
      return;
    }
    const turn = mark.turn;
    const cells: object[] = [];
    for (const cell of this.document.cells) {
      const other = readMark(cell);
      const ours = other?.turn === turn && other.ask === mark.ask;
      const spoken = ours && !other.stale && (other.kind === 'text' || other.kind === 'code');
      const added = other === null && cells.length > 0 && cell.cell_type !== 'raw';
      if (spoken || added) {
        cells.push(lightened(cell.toJSON() as unknown as JSONObject));
      }
      if (cell.getId() === id) {
        break;
      }
    }
    this._send(mark.ask, { op: 'continue', turn, from: id, cells });
  }

  removeAnswer(ask: string): void {
    this.document.begin();
    this.document.remove(this.document.answerCells(ask).map(cell => cell.getId()));
    this.document.merge(ask, { [KEY]: { answer: null, checked: null } });
    if (this._answer?.ask === ask) {
      this._answer = null;
    }
    this._changed.emit();
    this._cellChanged.emit(ask);
  }

  keep(id: string): void {
    const cell = this.document.cell(id);
    if (cell) {
      this.document.quietly(() => cell.deleteMetadata(KEY));
      this._cellChanged.emit(id);
    }
  }

  explain(id: string): Promise<IExplained | null> {
    const cell = this.document.cell(id);
    const error = cell && lastError(cell);
    if (!cell || !error) {
      return Promise.resolve(null);
    }
    const request = UUID.uuid4();
    const answered = new Promise<IExplained | null>(resolve => {
      this._explaining.set(request, resolve);
    });
    const sent = this._link.send({
      op: 'explain',
      request,
      cell: id,
      source: cell.getSource(),
      ename: error.ename,
      evalue: error.evalue,
      traceback: error.traceback
    });
    if (!sent) {
      this._explaining.get(request)?.(null);
      this._explaining.delete(request);
    }
    return answered;
  }

  /** Run an asking cell. */
  private _send(ask: string, request: RunRequest): void {
    this._view.run(ask, request).catch(() => {
      // The cell shows how its run ended.
    });
  }

  private _onState(_: KernelLink, state: LinkState): void {
    if (state === 'none') {
      this._lost();
    }
    this._changed.emit();
    this._cellChanged.emit(null);
  }

  /** The kernel or the connection is gone: what was written stays, nothing waits any more. */
  private _lost(): void {
    this._writer.flush();
    this._finishTurn();
    this._ended = null;
    this._model = '';
    this._settings = {};
    this._choices = {};
    this._forgetExplanations();
  }

  private _forgetExplanations(): void {
    this._explaining.forEach(resolve => resolve(null));
    this._explaining.clear();
  }

  private _finishTurn(): void {
    for (const id of this._open) {
      this._view.render(id);
    }
    window.clearTimeout(this._stallTimer);
    this._stopping = 'no';
    this._held = null;
    this._open.clear();
    this._waiting.clear();
    this._turn = null;
    this._status = null;
    this._view.endFollowing();
  }

  private _onMessage(_: KernelLink, message: FromKernel): void {
    const held = this._held;
    if (held && message.op !== 'status') {
      this._held = null;
      if (message.op === 'write' && message.id === held.id) {
        this._insert({ ...held, source: held.source.slice(0, message.at) + message.text });
        return;
      }
      if (message.op === 'remove' && message.ids.includes(held.id)) {
        return;
      }
      this._insert(held);
    }
    switch (message.op) {
      case 'hello':
        this._settings = message.settings ?? {};
        this._choices = message.choices ?? {};
        this._turn = message.turn ?? null;
        this._changed.emit();
        break;
      case 'begin':
        this._begin(message);
        break;
      case 'insert':
        // An empty Markdown cell shows an invitation to type; it comes with its first words.
        if (message.cell_type === 'markdown' && !message.source) {
          this._held = message;
        } else {
          this._insert(message);
        }
        break;
      case 'write':
        this._writer.write(message.id, message.at, message.text);
        break;
      case 'written':
        this._writer.drop(message.id);
        this._open.delete(message.id);
        this.document.settle(message.id, message.source);
        this.document.merge(message.id, message.metadata);
        this._view.render(message.id);
        this._cellChanged.emit(message.id);
        break;
      case 'run':
        this._goOn(message.id);
        this._runChild(message.turn, message.id);
        this._cellChanged.emit(message.id);
        break;
      case 'wait':
        this._waiting.set(message.id, message);
        this._cellChanged.emit(message.id);
        this._changed.emit();
        break;
      case 'running':
        this._goOn(message.id);
        this._cellChanged.emit(message.id);
        this._changed.emit();
        break;
      case 'fallback':
        this._waiting.delete(message.id);
        this._fallbacks.set(message.id, message.reason);
        this._cellChanged.emit(message.id);
        break;
      case 'metadata':
        this.document.merge(message.id, message.metadata);
        this._cellChanged.emit(message.id);
        break;
      case 'remove':
        message.ids.forEach(id => {
          this._writer.drop(id);
          this._open.delete(id);
        });
        this.document.remove(message.ids);
        break;
      case 'answer':
        this._answer = message;
        this._changed.emit();
        this._cellChanged.emit(message.ask);
        break;
      case 'status':
        this._status = message;
        this._turn = message.turn;
        this._ask = message.ask;
        this._model = message.model || this._model;
        this._changed.emit();
        break;
      case 'end':
        this._writer.flush();
        this._ended = message;
        this._finishTurn();
        this._changed.emit();
        this._cellChanged.emit(null);
        break;
      case 'settings':
        this._settings = message.settings;
        this._choices = message.choices ?? this._choices;
        this._changed.emit();
        break;
      case 'trouble':
        this._trouble.emit(message.reason);
        this._changed.emit();
        break;
      case 'explained':
        this._explaining.get(message.request)?.(message);
        this._explaining.delete(message.request);
        break;
    }
  }

  private _begin(message: IBegin): void {
    this._turn = message.turn;
    this._ask = message.ask;
    this._answer = null;
    this._ended = null;
    this._waiting.clear();
    this._fallbacks.clear();
    this._open.clear();
    this.document.begin();
    this.document.replaceAnswer(message.ask, message.keep);
    this.document.merge(message.ask, message.metadata);
    this._view.beginFollowing(message.ask);
    this._changed.emit();
    this._cellChanged.emit(null);
  }

  private _insert(message: IInsert): void {
    const cell = {
      cell_type: message.cell_type,
      id: message.id,
      source: message.source,
      metadata: message.metadata
    } as unknown as SharedCell.Cell;
    this._open.add(message.id);
    this.document.insert(cell, message.after, this._ask ?? message.after, message.turn);
    this._view.follow(message.id);
  }

  /** The person let a waiting cell run: what comes next is what they want to see. */
  private _goOn(id: string): void {
    if (this._waiting.delete(id)) {
      this._view.beginFollowing(id);
      this._view.follow(id);
    }
  }

  private _runChild(turn: string, id: string): void {
    this._writer.flush();
    let sent = false;
    const kernel = this.panel.sessionContext.session?.kernel;
    const note = (
      _: unknown,
      { msg, direction }: { msg: { header: { msg_type: string } }; direction: string }
    ) => {
      sent = sent || (direction === 'send' && msg.header.msg_type === 'execute_request');
    };
    kernel?.anyMessage.connect(note);
    // Not awaited: the kernel's messages, this run's among them, are handled one after the other.
    const run = this._view.run(id);
    kernel?.anyMessage.disconnect(note);
    const told = (reason: unknown) => {
      // An error of the code is shown in the cell. What never left must be told, or the kernel waits for it.
      if (!sent) {
        this._link.send({ op: 'unable', turn, id, reason: String(reason) });
      }
    };
    run.then(() => told('The cell is empty.'), told);
  }

  private readonly _writer: FrameWriter;
  private _settings: Record<string, string> = {};
  private _choices: Record<string, string[]> = {};
  private _turn: string | null = null;
  private _ask: string | null = null;
  private _status: IStatus | null = null;
  private _answer: IAnswer | null = null;
  private _ended: IEnd | null = null;
  private _model = '';
  private _held: IInsert | null = null;
  private _stopping: 'no' | 'asked' | 'stalled' = 'no';
  private _stallTimer = 0;
  private _disposed = false;
  private readonly _open = new Set<string>(); // cells that are being written
  private readonly _waiting = new Map<string, IWait>();
  private readonly _fallbacks = new Map<string, string>();
  private readonly _explaining = new Map<string, (answer: IExplained | null) => void>();
  private readonly _changed = new Signal<INotebookSession, void>(this);
  private readonly _cellChanged = new Signal<INotebookSession, string | null>(this);
  private readonly _stalled = new Signal<NotebookSession, void>(this);
  private readonly _trouble = new Signal<NotebookSession, string>(this);
}

/** The last error output of a cell, or null. */
export function lastError(cell: ISharedCell): IError | null {
  const outputs = (cell.toJSON() as { outputs?: IOutput[] }).outputs ?? [];
  const error = outputs.filter(output => output.output_type === 'error').at(-1);
  return error ? (error as IError) : null;
}

/** A cell without the outputs that are too large to be read by a model. */
function lightened(cell: JSONObject): JSONObject {
  const outputs = cell['outputs'] as JSONObject[] | undefined;
  if (!outputs) {
    return cell;
  }
  return {
    ...cell,
    outputs: outputs.map(output => {
      const data = output['data'] as JSONObject | undefined;
      return data
        ? {
            ...output,
            data: Object.fromEntries(
              Object.entries(data).filter(
                ([type, value]) =>
                  !type.startsWith('image/') || String(value).length <= LONGEST_IMAGE
              )
            )
          }
        : output;
    })
  };
}
