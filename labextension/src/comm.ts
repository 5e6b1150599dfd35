/**
 * A comm of our own on a kernel connection.
 *
 * #### Notes
 * JupyterLab lets only the first connection of a page to a kernel make comms, so that a second notebook on the same
 * kernel would get none. The messages themselves are open to every connection: this sends and reads them directly. They
 * go to the kernel's main shell, which answers while it awaits a model; in a subshell their order would be lost.
 */
import { KernelMessage, type Kernel } from '@jupyterlab/services';
import { UUID, type JSONObject, type JSONValue } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';

/** What a comm tells its owner. */
export interface ICommListener {
  /** A message came. Must not wait for the kernel: its messages are handled one by one. */
  onMessage(data: JSONValue): void;
  /** The kernel closed the comm. */
  onClose(): void;
}

/** An open comm. */
export class Comm implements IDisposable {
  /**
   * Open a comm.
   *
   * @param _kernel - The connection whose client id the kernel sees.
   * @param target - The target's name.
   * @param data - What is said in opening.
   * @param _listener - Who is told.
   */
  constructor(
    private readonly _kernel: Kernel.IKernelConnection,
    target: string,
    data: JSONObject,
    private readonly _listener: ICommListener
  ) {
    _kernel.iopubMessage.connect(this._onMessage, this);
    this._post('comm_open', { comm_id: this._id, target_name: target, data });
  }

  get isDisposed(): boolean {
    return this._disposed;
  }

  /** Send a message. */
  send(data: JSONObject): void {
    if (!this._disposed) {
      this._post('comm_msg', { comm_id: this._id, data });
    }
  }

  /** Close the comm. */
  dispose(): void {
    if (this._disposed) {
      return;
    }
    this._leave();
    if (!this._kernel.isDisposed && this._kernel.status !== 'dead') {
      this._post('comm_close', { comm_id: this._id, data: {} });
    }
  }

  private _leave(): void {
    this._disposed = true;
    this._kernel.iopubMessage.disconnect(this._onMessage, this);
  }

  private _onMessage(_: unknown, message: KernelMessage.IIOPubMessage): void {
    const { comm_id, data } = message.content as { comm_id?: string; data?: JSONValue };
    if (comm_id !== this._id) {
      return;
    }
    if (message.header.msg_type === 'comm_msg') {
      this._listener.onMessage(data ?? null);
    } else if (message.header.msg_type === 'comm_close') {
      this._leave();
      this._listener.onClose();
    }
  }

  private _post(msgType: 'comm_open' | 'comm_msg' | 'comm_close', content: JSONObject): void {
    const message = KernelMessage.createMessage<KernelMessage.ICommOpenMsg<'shell'>>({
      msgType: msgType as 'comm_open',
      channel: 'shell',
      username: this._kernel.username,
      session: this._kernel.clientId,
      content: content as never
    });
    this._kernel.sendShellMessage(message, false, true);
  }

  private readonly _id = UUID.uuid4();
  private _disposed = false;
}
