/** Icons of this extension; their colours are the theme's. */
import { LabIcon } from '@jupyterlab/ui-components';

/** A question: a root sign with a question mark below it. */
export const questionIcon = new LabIcon({
  name: 'mathcoder:question',
  svgstr: `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">
  <path class="jp-icon3" fill="#616161" d="M2 13.2 4.6 12l3.2 6L11 4h11v2h-9.4L8.6 22H7.4L3.6 14.4l-1 .5z"/>
  <path class="jp-icon3" fill="#616161" d="M17 8.5c2 0 3.4 1.2 3.4 3 0 1.3-.8 2-1.6 2.7-.8.6-1.1 1-1.1 1.8h-1.8c0-1.6.8-2.3 1.6-3 .7-.5 1.1-.9 1.1-1.5 0-.8-.6-1.3-1.6-1.3s-1.7.6-1.8 1.6h-1.8c.1-2 1.5-3.3 3.6-3.3zM15.8 17.3h2v2h-2z"/>
</svg>`
});
