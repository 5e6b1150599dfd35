/**
 * The comm between a notebook and its kernel: opened when the kernel is one of ours, opened again after a restart or a
 * lost connection.
 */
import type { ISessionContext } from '@jupyterlab/apputils';
import type { Kernel } from '@jupyterlab/services';
import type { JSONObject, JSONValue } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import { Signal, type ISignal } from '@lumino/signaling';

import { Comm } from './comm';
import {
  CAPABILITIES,
  IMPLEMENTATION,
  PROTOCOL,
  TARGET,
  readMessage,
  type FromKernel,
  type IHello,
  type ToKernel
} from './protocol';
import type { LinkState } from './tokens';

/** The link of one notebook to its kernel. */
export class KernelLink implements IDisposable {
  /**
   * @param _context - The notebook's session.
   * @param _client - Name and version of this extension.
   * @param _live - Whether answers shall become cells.
   */
  constructor(
    private readonly _context: ISessionContext,
    private readonly _client: string,
    private _live: boolean
  ) {
    _context.kernelChanged.connect(this._onKernelChanged, this);
    _context.statusChanged.connect(this._onStatus, this);
    _context.connectionStatusChanged.connect(this._onConnection, this);
    void this._attach();
  }

  get isDisposed(): boolean {
    return this._disposed;
  }

  dispose(): void {
    if (this._disposed) {
      return;
    }
    this._detach();
    this._disposed = true;
    Signal.clearData(this);
  }

  get state(): LinkState {
    return this._state;
  }

  /** The kernel's greeting; null before it came. */
  get hello(): IHello | null {
    return this._hello;
  }

  /** Emitted when `state` changed. */
  get stateChanged(): ISignal<KernelLink, LinkState> {
    return this._stateChanged;
  }

  /** Emitted with every message of the kernel. Listeners must not wait for the kernel: messages come one by one. */
  get received(): ISignal<KernelLink, FromKernel> {
    return this._received;
  }

  /** Send a message; false where there is nobody to send it to. */
  send(message: ToKernel): boolean {
    if (!this._comm || this._comm.isDisposed) {
      return false;
    }
    this._comm.send(message as unknown as JSONObject);
    return true;
  }

  /** Attach again with live cells switched on or off. */
  setLive(live: boolean): void {
    if (live !== this._live) {
      this._live = live;
      this._detach();
      void this._attach();
    }
  }

  private _onKernelChanged(): void {
    this._detach();
    void this._attach();
  }

  private _onStatus(_: ISessionContext, status: Kernel.Status): void {
    if (status === 'restarting' || status === 'autorestarting' || status === 'dead') {
      this._detach();
    } else if (status === 'idle' || status === 'busy') {
      void this._attach();
    }
  }

  private _onConnection(_: ISessionContext, status: Kernel.ConnectionStatus): void {
    if (status !== 'connected') {
      this._detach();
    } else {
      void this._attach();
    }
  }

  private async _attach(): Promise<void> {
    const kernel = this._context.session?.kernel;
    if (this._disposed || !kernel || this._kernel) {
      return;
    }
    this._kernel = kernel;
    const attempt = ++this._attempt;
    let implementation = '';
    try {
      implementation = (await kernel.info).implementation;
    } catch {
      // The connection ended before the kernel said who it is; the next one is another attempt.
    }
    if (attempt !== this._attempt || this._disposed) {
      return;
    }
    if (implementation !== IMPLEMENTATION || kernel.isDisposed) {
      return;
    }
    this._setState('connecting');
    const opening = {
      protocol: PROTOCOL,
      client: this._client,
      capabilities: this._live ? CAPABILITIES : CAPABILITIES.filter(name => name !== 'cells')
    };
    this._comm = new Comm(kernel, TARGET, opening as unknown as JSONObject, {
      onMessage: data => this._onMessage(data),
      onClose: () => {
        this._comm = null;
        this._setState('none');
      }
    });
  }

  private _detach(): void {
    const comm = this._comm;
    this._comm = null;
    this._kernel = null;
    this._hello = null;
    this._attempt++;
    try {
      comm?.dispose();
    } catch {
      // The kernel is gone, and the comm with it.
    }
    this._setState('none');
  }

  private _onMessage(data: JSONValue): void {
    const message = readMessage(data);
    if (!message) {
      return;
    }
    if (message.op === 'hello') {
      this._hello = message;
      this._received.emit(message);
      this._setState(message.usable ? 'ready' : 'unusable');
      return;
    }
    this._received.emit(message);
  }

  private _setState(state: LinkState): void {
    if (state !== this._state) {
      this._state = state;
      this._stateChanged.emit(state);
    }
  }

  private _kernel: Kernel.IKernelConnection | null = null; // attached or being attached
  private _comm: Comm | null = null;
  private _hello: IHello | null = null;
  private _attempt = 0;
  private _state: LinkState = 'none';
  private _disposed = false;
  private readonly _stateChanged = new Signal<KernelLink, LinkState>(this);
  private readonly _received = new Signal<KernelLink, FromKernel>(this);
}
