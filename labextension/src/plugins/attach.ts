/**
 * Attaches a session to every notebook; every other plugin builds on it.
 */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Notification } from '@jupyterlab/apputils';
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator, type TranslationBundle } from '@jupyterlab/translation';
import { Signal, type ISignal } from '@lumino/signaling';

import { NotebookDocument } from '../document';
import { KernelLink } from '../link';
import { KEY } from '../metadata';
import { NotebookSession } from '../model';
import { RUN_MODES, type RunMode } from '../protocol';
import { IMathCoder, type INotebookSession } from '../tokens';
import { NotebookView } from '../view';
import { CLIENT, DOMAIN } from '../names';

const ID = 'mathcoder-jupyterlab:attach';

/** What the Settings Editor holds. */
interface IPreferences {
  readonly liveCells: boolean;
  readonly runMode: RunMode | 'kernel';
}

/** All sessions, by notebook. */
class Sessions implements IMathCoder {
  constructor(private readonly _tracker: INotebookTracker) {
    _tracker.currentChanged.connect(() => this._currentChanged.emit());
  }

  get added(): ISignal<IMathCoder, INotebookSession> {
    return this._added;
  }

  get currentChanged(): ISignal<IMathCoder, void> {
    return this._currentChanged;
  }

  get current(): INotebookSession | null {
    const panel = this._tracker.currentWidget;
    const session = panel && this.session(panel);
    return session && session.state !== 'none' ? session : null;
  }

  session(panel: NotebookPanel): NotebookSession | null {
    return this._sessions.get(panel) ?? null;
  }

  /** All sessions there are. */
  all(): readonly NotebookSession[] {
    return [...this._sessions.values()];
  }

  add(session: NotebookSession): void {
    const panel = session.panel;
    this._sessions.set(panel, session);
    session.changed.connect(() => {
      if (this._tracker.currentWidget === panel) {
        this._currentChanged.emit();
      }
    });
    panel.disposed.connect(() => {
      this._sessions.delete(panel);
      session.dispose();
    });
    this._added.emit(session);
  }

  private readonly _sessions = new Map<NotebookPanel, NotebookSession>();
  private readonly _added = new Signal<IMathCoder, INotebookSession>(this);
  private readonly _currentChanged = new Signal<IMathCoder, void>(this);
}

/** The run mode that a notebook asks for, or null. */
function notebookMode(panel: NotebookPanel): RunMode | null {
  const held: unknown = panel.content.model?.sharedModel.getMetadata(KEY);
  const mode = (held as { run?: unknown } | undefined)?.run;
  return RUN_MODES.find(known => known === mode) ?? null;
}

/**
 * Set the run mode of a kernel that was just attached.
 *
 * #### Notes
 * A notebook may have come from anyone: it can make the mode stricter than the person's own setting, never laxer.
 */
function prefer(session: NotebookSession, preferences: IPreferences): void {
  const present = session.runMode;
  if (present === null) {
    return;
  }
  const own = preferences.runMode === 'kernel' ? present : preferences.runMode;
  const asked = notebookMode(session.panel);
  const mode = asked && RUN_MODES.indexOf(asked) < RUN_MODES.indexOf(own) ? asked : own;
  if (mode !== present) {
    session.setRunMode(mode);
  }
}

/** Say that the kernel does not react to Stop, for as long as it does not, and what can be done. */
function offerRestart(session: NotebookSession, trans: TranslationBundle): void {
  const notice = Notification.warning(
    trans.__(
      'Still stopping: the code that is running cannot be interrupted in the middle of this step. Wait for its end, or restart the kernel. A restart loses your variables; the notebook stays as it is.'
    ),
    {
      autoClose: false,
      actions: [
        {
          label: trans.__('Restart Kernel'),
          callback: () => void session.panel.sessionContext.restartKernel()
        }
      ]
    }
  );
  const end = () => {
    if (session.stopping === 'no') {
      session.changed.disconnect(end);
      Notification.dismiss(notice);
    }
  };
  session.changed.connect(end);
}

/** The plugin. */
export const attach: JupyterFrontEndPlugin<IMathCoder> = {
  id: ID,
  description: 'Makes answers of the MathCoder kernel live cells of the notebook.',
  autoStart: true,
  provides: IMathCoder,
  requires: [INotebookTracker],
  optional: [ISettingRegistry, ITranslator],
  activate: (
    _: JupyterFrontEnd,
    tracker: INotebookTracker,
    registry: ISettingRegistry | null,
    translator: ITranslator | null
  ): IMathCoder => {
    const trans = (translator ?? nullTranslator).load(DOMAIN);
    const sessions = new Sessions(tracker);
    let preferences: IPreferences = { liveCells: true, runMode: 'kernel' };
    const told = new Set<string>();

    const start = async (panel: NotebookPanel) => {
      await panel.context.ready;
      await settled;
      if (panel.isDisposed || !panel.content.model) {
        return;
      }
      const link = new KernelLink(panel.sessionContext, CLIENT, preferences.liveCells);
      links.add(link);
      panel.disposed.connect(() => links.delete(link));
      const session = new NotebookSession(
        panel,
        new NotebookDocument(panel.content.model.sharedModel),
        new NotebookView(panel),
        link
      );
      link.stateChanged.connect((_, state) => {
        if (state === 'ready') {
          prefer(session, preferences);
        } else if (state === 'unusable' && !told.has(session.reason)) {
          told.add(session.reason);
          Notification.warning(
            trans.__(
              'Answers come under the question instead of in cells of their own. %1',
              session.reason
            ),
            { autoClose: false }
          );
        }
      });
      session.trouble.connect((_, reason) => Notification.error(reason, { autoClose: 10_000 }));
      session.stalled.connect(() => offerRestart(session, trans));
      sessions.add(session);
    };
    const links = new Set<KernelLink>();

    const settled = (async () => {
      if (!registry) {
        return;
      }
      try {
        const settings = await registry.load(ID);
        const read = () => {
          preferences = settings.composite as unknown as IPreferences;
          links.forEach(link => link.setLive(preferences.liveCells));
        };
        read();
        settings.changed.connect(() => {
          const before = preferences.runMode;
          read();
          if (preferences.runMode !== before) {
            sessions.all().forEach(session => prefer(session, preferences));
          }
        });
      } catch (reason) {
        console.warn('The settings of MathCoder could not be read; defaults are used.', reason);
      }
    })();

    tracker.forEach(panel => void start(panel));
    tracker.widgetAdded.connect((_, panel) => void start(panel));
    return sessions;
  }
};
